import { QUESTIONNAIRE_LIMITS, type Question, SCALE } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { TextArea } from '@/components/TextArea';
import { cx } from '@/utils/cx';

interface Props {
  question: Question;
  /** Its number from 1. */
  number: number;
  values: readonly string[];
  error: string | null;
  onChange(values: string[]): void;
}

/** One question with its large answers. */
export function QuestionCard({ question, number, values, error, onChange }: Props) {
  const { kind, title, required, options } = question;
  const isMultiple = kind === 'multiple';
  const choose = (value: string) => {
    if (!isMultiple) return onChange(values.includes(value) && !required ? [] : [value]);
    const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
    return onChange(next.sort((a, b) => Number(a) - Number(b)));
  };
  const group = { role: isMultiple ? 'group' : 'radiogroup', 'aria-label': title };
  return (
    <View className="answer-sheet__question">
      <Text
        className="answer-sheet__title"
        {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '2' } : {})}
      >
        {number}. {title}
      </Text>
      <Text className="answer-sheet__hint">
        {isMultiple ? '可以选几项' : kind === 'scale' ? '1 分最低，5 分最高' : kind === 'single' ? '选一项' : ''}
        {required ? '' : kind === 'text' ? '可以不填' : '，可以不答'}
      </Text>
      {kind === 'text' && (
        <TextArea
          label={title}
          required={required}
          max={QUESTIONNAIRE_LIMITS.textMax}
          value={values[0] ?? ''}
          onChange={(text) => onChange(text === '' ? [] : [text])}
        />
      )}
      {kind === 'scale' && (
        <View className="answer-sheet__scale" {...(process.env.TARO_ENV === 'h5' ? group : {})}>
          {SCALE.map((mark) => (
            <Tappable
              key={mark}
              role="radio"
              checked={values.includes(mark)}
              className={cx('answer-sheet__mark', values.includes(mark) && 'answer-sheet__mark--chosen')}
              label={`${mark} 分`}
              onTap={() => choose(mark)}
            >
              <Text>{mark}</Text>
            </Tappable>
          ))}
        </View>
      )}
      {(kind === 'single' || isMultiple) && (
        <View {...(process.env.TARO_ENV === 'h5' ? group : {})}>
          {options.map((option, position) => {
            const chosen = values.includes(String(position));
            return (
              <Tappable
                // biome-ignore lint/suspicious/noArrayIndexKey: an option is known by its place
                key={position}
                role={isMultiple ? 'checkbox' : 'radio'}
                checked={chosen}
                className={cx('answer-sheet__option', chosen && 'answer-sheet__option--chosen')}
                label={option}
                onTap={() => choose(String(position))}
              >
                <View className={cx('answer-sheet__box', isMultiple && 'answer-sheet__box--square')}>
                  {chosen && <Icon name="check" scale={0.8} />}
                </View>
                <Text className="answer-sheet__words">{option}</Text>
              </Tappable>
            );
          })}
        </View>
      )}
      {error && (
        <Text className="answer-sheet__error" {...(process.env.TARO_ENV === 'h5' ? { role: 'alert' } : {})}>
          {error}
        </Text>
      )}
    </View>
  );
}
