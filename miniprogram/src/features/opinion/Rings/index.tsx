import { type MapStatement, RING_LABELS, type Ring } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { pictureProps } from '../picture';
import { layOutRings, RING_WIDTHS } from './rings-layout';
import './index.scss';

/** 同心圆: what all groups share; the closer to the middle, the more they agree. */
export function Rings({ statements }: { statements: readonly MapStatement[] }) {
  const marks = layOutRings(statements.map(({ ring }) => ring ?? 3));
  return (
    <View className="rings" {...pictureProps(sayRings(statements))}>
      {([3, 2, 1] as const).map((ring) => (
        <View
          key={ring}
          className={`rings__ring rings__ring--${ring}`}
          style={{ width: `${RING_WIDTHS[ring]}%`, height: `${RING_WIDTHS[ring]}%`, ...placed(ring) }}
        />
      ))}
      {marks.map(({ number, x, y }) => (
        <View key={number} className="rings__mark" style={{ left: `${x}%`, top: `${y}%` }}>
          <Text className="rings__number">{number}</Text>
        </View>
      ))}
    </View>
  );
}

function placed(ring: Ring): { left: string; top: string } {
  const edge = `${(100 - RING_WIDTHS[ring]) / 2}%`;
  return { left: edge, top: edge };
}

function sayRings(statements: readonly MapStatement[]): string {
  const rings = ([1, 2, 3] as const).flatMap((ring) => {
    const numbers = statements.flatMap((statement, at) => ((statement.ring ?? 3) === ring ? [at + 1] : []));
    return numbers.length === 0 ? [] : [`${RING_LABELS[ring]}：第 ${numbers.join('、')} 条`];
  });
  return `同心圆，越靠里认同越强。${rings.join('；')}。`;
}
