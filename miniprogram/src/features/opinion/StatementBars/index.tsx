import { type MapStatement, OPINION_VOTE_LABELS, OPINION_VOTES, type OpinionCounts } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { pictureProps } from '../picture';
import { sayShares, sharesOf } from './shares';
import './index.scss';

/** How each group answered one statement, a bar each; the words beside say the same. */
export function StatementBars({ statement }: { statement: MapStatement }) {
  return (
    <View className="statement-bars">
      {statement.byGroup.map(({ group, ...answers }) => (
        <AnswerBar key={group} name={`${group}组`} answers={answers} />
      ))}
    </View>
  );
}

/** One bar of three parts, with its words under it. */
export function AnswerBar({ name, answers }: { name: string; answers: OpinionCounts }) {
  const shares = sharesOf(answers);
  const words = sayShares(answers);
  return (
    <View className="statement-bars__row" {...pictureProps(`${name}：${words}`)}>
      <Text className="statement-bars__name">{name}</Text>
      <View className="statement-bars__side">
        <View className="statement-bars__bar">
          {OPINION_VOTES.map(
            (part) =>
              shares[part] > 0 && (
                <View
                  key={part}
                  className={`statement-bars__part statement-bars__part--${part}`}
                  style={{ width: `${shares[part]}%` }}
                />
              ),
          )}
        </View>
        <Text className="statement-bars__words">{words}</Text>
      </View>
    </View>
  );
}

/** What the parts of a bar stand for. */
export function BarLegend() {
  return (
    <View className="statement-bars__legend">
      {OPINION_VOTES.map((part) => (
        <View key={part} className="statement-bars__key">
          <View className={`statement-bars__sample statement-bars__part--${part}`} />
          <Text>{OPINION_VOTE_LABELS[part]}</Text>
        </View>
      ))}
    </View>
  );
}
