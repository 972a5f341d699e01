import {
  answersOf,
  type MapStatement,
  OPINION_VOTE_LABELS,
  OPINION_VOTES,
  type OpinionMapReady,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';
import { sharesOf } from '../StatementBars/shares';

const IN_BROWSER = process.env.TARO_ENV === 'h5';
const role = (name: string): object => (IN_BROWSER ? { role: name } : {});

/** All that the pictures show, in numbers. */
export function AnswersTable({ map }: { map: OpinionMapReady }) {
  const parts = [
    { title: '大家都认同的', statements: map.unites },
    { title: '分歧在哪里', statements: map.divides },
    { title: '还说不准的', statements: map.unsettled },
  ];
  return (
    <>
      {parts
        .filter(({ statements }) => statements.length > 0)
        .map(({ title, statements }) => (
          <Section key={title} title={title}>
            {statements.map((statement) => (
              <StatementTable key={statement.id} statement={statement} />
            ))}
          </Section>
        ))}
    </>
  );
}

/** One statement: who answered how, a row for all and one for each group. */
function StatementTable({ statement }: { statement: MapStatement }) {
  const rows = [
    { name: '全部', answers: statement.all },
    ...statement.byGroup.map(({ group, ...answers }) => ({ name: `${group}组`, answers })),
  ];
  return (
    <Card>
      <Text className="opinion-map__text">{statement.text}</Text>
      <View className="opinion-map__table" {...role('table')} {...(IN_BROWSER ? { 'aria-label': statement.text } : {})}>
        <View className="opinion-map__row opinion-map__row--head" {...role('row')}>
          {['', ...OPINION_VOTES.map((vote) => OPINION_VOTE_LABELS[vote]), '人数'].map((head) => (
            <Text key={head} {...role('columnheader')}>
              {head}
            </Text>
          ))}
        </View>
        {rows.map(({ name, answers }) => {
          const shares = sharesOf(answers);
          return (
            <View key={name} className="opinion-map__row" {...role('row')}>
              <Text {...role('rowheader')}>{name}</Text>
              {[...OPINION_VOTES.map((vote) => `${shares[vote]}%`), answersOf(answers)].map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column only
                <Text key={at} {...role('cell')}>
                  {cell}
                </Text>
              ))}
            </View>
          );
        })}
      </View>
    </Card>
  );
}
