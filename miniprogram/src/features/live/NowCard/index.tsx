import type { LiveState, ProgrammeRow } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Facts } from '@/components/Facts';
import { cx } from '@/utils/cx';
import { rowOf, timeAt } from '../programme';
import { besideName, nameOf, sayMinutes, speakingTime } from '../speaking';
import { EACH_SECOND, useServerNow } from '../useServerNow';
import './index.scss';

interface Props {
  state: LiveState;
  rows: readonly ProgrammeRow[];
  /** How far the server's clock is ahead, ms. */
  ahead: number;
}

/** What is on, who speaks and how long still, and who is next. */
export function NowCard({ state, rows, ahead }: Props) {
  const now = useServerNow(ahead, EACH_SECOND);
  const row = rowOf(rows, state.itemId);
  const [next] = state.queue;
  return (
    <Card className="now-card">
      {row && <Facts parts={lengthOf(row.item, timeAt(state, row.item.id, now))} />}
      <Text
        className="now-card__item"
        {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '2' } : {})}
      >
        {row ? `${row.number}${row.item.title}` : '还没有进入议程'}
      </Text>
      <Speaker speaker={state.speaker} now={now} />
      {next && (
        <Text className="now-card__next">
          下一位：{nameOf(next)}
          {state.queue.length > 1 && `，还有 ${state.queue.length - 1} 人在等`}
        </Text>
      )}
    </Card>
  );
}

const lengthOf = ({ minutes }: ProgrammeRow['item'], spent: number): string[] => [
  '正在进行',
  ...(minutes === null ? [] : [`计划 ${minutes} 分钟`]),
  `已用 ${sayMinutes(spent)}`,
];

function Speaker({ speaker, now }: { speaker: LiveState['speaker']; now: number }) {
  if (speaker === null) return <Text className="now-card__nobody">现在没有人发言</Text>;
  const time = speakingTime(speaker, now);
  const category = besideName(speaker);
  return (
    <View className={cx('now-card__speaker', time.over && 'now-card__speaker--over')}>
      <View className="now-card__who">
        <Text className="now-card__label">正在发言</Text>
        <Text className="now-card__name">{nameOf(speaker)}</Text>
        {category && <Text className="now-card__category">{category}</Text>}
      </View>
      <View
        className="now-card__time"
        {...(process.env.TARO_ENV === 'h5'
          ? { role: 'timer', 'aria-label': time.spoken }
          : { ariaRole: 'timer', ariaLabel: time.spoken })}
      >
        <Text className="now-card__label">{time.label}</Text>
        <Text className="now-card__clock">{time.clock}</Text>
      </View>
    </View>
  );
}
