import {
  addCounts,
  EVALUATION_QUESTION_LABELS,
  EVALUATION_QUESTION_WORDS,
  EVALUATION_QUESTIONS,
  type EvaluationQuestion,
  type Figures,
  NONE,
  PROMISE_STANDING_LABELS,
  PROMISE_STANDINGS,
  RATING_LABELS,
  RATINGS,
  REPLY_CLASS_LABELS,
  REPLY_CLASSES,
  ratedBy,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';
import { cx } from '@/utils/cx';
import { CountBars } from '../CountBars';
import type { Drill } from '../drill';

interface Props {
  figures: Figures;
  drill: Drill;
}

/** 程序评价：商量得怎么样？ */
const sayQuestion = (question: EvaluationQuestion): string =>
  `${EVALUATION_QUESTION_LABELS[question]}：${EVALUATION_QUESTION_WORDS[question].ask}`;

/** What was promised in the period: how it stands, how it was answered, and what people say of it. */
export function PromiseCards({ figures, drill }: Props) {
  const { made, standings, classes } = figures.promises;
  const { shown, answers, tooFew, minimum } = figures.evaluation;
  const answered = REPLY_CLASSES.map((replyClass) => classes[replyClass]).reduce(addCounts, NONE);
  const total = ratedBy(answers);
  return (
    <>
      <Section title="承诺办得怎样">
        <Card>
          <CountBars
            full={made.n}
            bars={PROMISE_STANDINGS.map((standing) => ({
              key: standing,
              label: PROMISE_STANDING_LABELS[standing],
              count: standings[standing],
              onTap: () =>
                drill({
                  list: 'promises',
                  title: PROMISE_STANDING_LABELS[standing],
                  count: standings[standing],
                  query: { standing },
                }),
            }))}
          />
          <Text className="board__note">{`各项相加等于作出的 ${made.n} 件承诺。`}</Text>
        </Card>
      </Section>
      <Section title="答复的类别">
        <Card>
          <CountBars
            full={answered.n}
            bars={REPLY_CLASSES.map((replyClass) => ({
              key: replyClass,
              label: REPLY_CLASS_LABELS[replyClass],
              count: classes[replyClass],
              onTap: () =>
                drill({
                  list: 'promises',
                  title: REPLY_CLASS_LABELS[replyClass],
                  count: classes[replyClass],
                  query: { replyClass },
                }),
            }))}
          />
          <Text className="board__note">{`作出的承诺中，${answered.n} 件已有答复，按最近一次答复计。`}</Text>
        </Card>
      </Section>
      <Section
        title="大家怎么评"
        {...(shown.rows > 0 && {
          more: {
            label: `看 ${shown.rows} 件`,
            onTap: () => drill({ list: 'promises', title: '已评议的承诺', count: shown, query: { evaluated: 'true' } }),
          },
        })}
      >
        <Card>
          {total > 0 &&
            EVALUATION_QUESTIONS.map((question) => (
              <View key={question} className="board__question">
                <Text
                  className="board__asked"
                  {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '3' } : {})}
                >
                  {sayQuestion(question)}
                </Text>
                <CountBars
                  unit="人次"
                  full={total}
                  bars={RATINGS.map((rating) => ({
                    key: rating,
                    label: RATING_LABELS[rating],
                    count: { n: answers[question][rating], rows: 0 },
                  }))}
                />
              </View>
            ))}
          <Text className={cx('board__note', total === 0 && 'board__note--alone')}>
            {`${total > 0 ? `${shown.n} 件承诺、${total} 人次的评价，三个问题都要回答。` : '还没有可以公布的评价。'}${
              tooFew > 0 ? `另有 ${tooFew} 件不足 ${minimum} 人评价，不计入。` : ''
            }`}
          </Text>
        </Card>
      </Section>
    </>
  );
}
