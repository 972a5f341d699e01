import { type Count, type Figures, funnelOf } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Tappable } from '@/components/Tappable';
import type { Drill, RowsList } from '../drill';

interface Props {
  figures: Figures;
  drill: Drill;
}

/** The five numbers that are asked for first. */
export function BoardHead({ figures, drill }: Props) {
  const { promises, sessionsHeld, fates } = figures;
  const numbers: { label: string; count: Count; list: RowsList; query?: Record<string, string> }[] = [
    { label: '收到议题', count: funnelOf(fates).raised, list: 'topics' },
    { label: '开展协商', count: sessionsHeld, list: 'sessions' },
    { label: '作出承诺', count: promises.made, list: 'promises' },
    { label: '已兑现', count: promises.standings.kept, list: 'promises', query: { standing: 'kept' } },
    { label: '已超期', count: promises.overdue, list: 'promises', query: { overdue: 'true' } },
  ];
  return (
    <View className="board__head">
      {numbers.map(({ label, count, list, query }) => {
        const content = (
          <>
            <Text className="board__figure">{count.n}</Text>
            <Text className="board__label">{label}</Text>
          </>
        );
        return count.rows === 0 ? (
          <View key={label} className="board__number">
            {content}
          </View>
        ) : (
          <Tappable
            key={label}
            role="link"
            className="board__number"
            label={`${label} ${count.n}`}
            onTap={() => drill({ list, title: label, count, ...(query && { query }) })}
          >
            {content}
          </Tappable>
        );
      })}
    </View>
  );
}
