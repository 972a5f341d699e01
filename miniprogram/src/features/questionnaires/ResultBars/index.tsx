import { percent, QUESTION_KIND_LABELS, type QuestionResult } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import './index.scss';

/** The counts of one question: a bar for each choice with its number beside it, so that no colour has to be read. */
export function ResultBars({ result, number }: { result: QuestionResult; number: number }) {
  const { title, kind, answered, choices, mean } = result;
  return (
    <Card>
      <Text
        className="result-bars__title"
        {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '3' } : {})}
      >
        {number}. {title}
      </Text>
      <Text className="result-bars__facts">
        {QUESTION_KIND_LABELS[kind]} · {answered} 人回答{mean === null ? '' : ` · 平均 ${mean} 分`}
      </Text>
      {choices.map(({ label, count }) => {
        const share = percent(count, answered);
        const words = `${label}：${count} 人，占 ${share}%`;
        return (
          <View
            key={label}
            className="result-bars__row"
            {...(process.env.TARO_ENV === 'h5'
              ? { role: 'img', 'aria-label': words }
              : { ariaRole: 'img', ariaLabel: words })}
          >
            <View className="result-bars__head">
              <Text className="result-bars__label">{label}</Text>
              <Text className="result-bars__number">
                {count} 人 · {share}%
              </Text>
            </View>
            <View className="result-bars__track">
              <View className="result-bars__bar" style={{ width: `${share}%` }} />
            </View>
          </View>
        );
      })}
    </Card>
  );
}
