import type { LiveState, ProgrammeRow } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Facts } from '@/components/Facts';
import { Section } from '@/components/Section';
import { cx } from '@/utils/cx';
import { timeAt } from '../programme';
import { sayMinutes } from '../speaking';
import './index.scss';

interface Props {
  rows: readonly ProgrammeRow[];
  state: LiveState;
  /** By the server's clock, ms since 1970. */
  now: number;
  /** Of who chairs: goes to an item, out of turn. */
  onGo?: (row: ProgrammeRow) => unknown;
}

const IN_BROWSER = process.env.TARO_ENV === 'h5';

/** The programme, with what is on, and how long each item was to take and has taken. */
export function ProgrammeCard({ rows, state, now, onGo }: Props) {
  if (rows.length === 0) return null;
  return (
    <Section title="议程">
      <Card>
        <View {...(IN_BROWSER ? { role: 'list' } : {})}>
          {rows.map((row) => {
            const { item, number, level } = row;
            const here = item.id === state.itemId;
            const spent = timeAt(state, item.id, now);
            const facts = [
              ...(item.minutes === null ? [] : [`计划 ${item.minutes} 分钟`]),
              ...(spent > 0 ? [`${here ? '已用' : '用了'} ${sayMinutes(spent)}`] : []),
            ];
            return (
              <View
                key={item.id}
                className={cx(
                  'programme-card__line',
                  level === 2 && 'programme-card__line--inner',
                  here && 'programme-card__line--here',
                )}
                {...(IN_BROWSER ? { role: 'listitem', 'aria-current': here ? 'step' : undefined } : {})}
              >
                <Text className="programme-card__number">{number}</Text>
                <View className="programme-card__words">
                  <Text>{item.title}</Text>
                  {facts.length > 0 && <Facts parts={facts} />}
                </View>
                {here && <Text className="programme-card__here">正在进行</Text>}
                {onGo && !here && (
                  <Button kind="text" text="转到" label={`转到：${item.title}`} onPress={() => onGo(row)} />
                )}
              </View>
            );
          })}
        </View>
      </Card>
    </Section>
  );
}
