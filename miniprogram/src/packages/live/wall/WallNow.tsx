import type { LiveState, ProgrammeRow } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { rowOf } from '@/features/live/programme';
import { besideName, nameOf, speakingTime } from '@/features/live/speaking';
import { cx } from '@/utils/cx';

/** So many of those who wait are named. */
const NEXT_SHOWN = 2;

interface Props {
  state: LiveState;
  rows: readonly ProgrammeRow[];
  /** By the server's clock, ms since 1970. */
  now: number;
}

/** The item, who speaks and for how long still, and the next two. */
export function WallNow({ state, rows, now }: Props) {
  const row = rowOf(rows, state.itemId);
  const { speaker, queue } = state;
  const time = speaker && speakingTime(speaker, now);
  const next = queue.slice(0, NEXT_SHOWN);
  if (!state.open) {
    return (
      <View className="wall__now">
        <Text className="wall__item">{state.closedAt === null ? '会议即将开始' : '会议已经结束，谢谢大家'}</Text>
      </View>
    );
  }
  return (
    <View className="wall__now">
      <Text className="wall__item">{row ? `${row.number}${row.item.title}` : '会议开始'}</Text>
      {speaker && time ? (
        <View className={cx('wall__speaker', time.over && 'wall__speaker--over')}>
          <View className="wall__who">
            <Text className="wall__label">{['正在发言', besideName(speaker)].filter(Boolean).join(' · ')}</Text>
            <Text className="wall__name">{nameOf(speaker)}</Text>
          </View>
          <View className="wall__time">
            <Text className="wall__label">{time.label}</Text>
            <Text className="wall__clock">{time.clock}</Text>
          </View>
        </View>
      ) : (
        <Text className="wall__nobody">请举手发言</Text>
      )}
      {next.length > 0 && (
        <Text className="wall__next">
          下面请：{next.map(nameOf).join('、')}
          {queue.length > NEXT_SHOWN && `，还有 ${queue.length - NEXT_SHOWN} 人`}
        </Text>
      )}
    </View>
  );
}
