import { STAY_HEAD, type StayFigure, stateLabel } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Tappable } from '@/components/Tappable';
import './index.scss';

const IN_BROWSER = process.env.TARO_ENV === 'h5';

interface Props {
  stays: readonly StayFigure[];
  /** Opens all stays in a state. */
  onTap(stay: StayFigure): void;
  /** Opens those that took longer than nine of ten. */
  onLonger(stay: StayFigure): void;
}

/** How long topics stood in each state before they left it; the numbers open the topics behind them. */
export function StayTable({ stays, onTap, onLonger }: Props) {
  return (
    <View className="stay-table" {...(IN_BROWSER ? { role: 'table' } : {})}>
      <Row head>
        {STAY_HEAD.map((words) => (
          <Cell key={words} head>
            {words}
          </Cell>
        ))}
      </Row>
      {stays.map((stay) => {
        const { state, n, rows, median, p90, longer } = stay;
        const label = stateLabel('topic', state);
        return (
          <Row key={state}>
            <Cell>{label}</Cell>
            <Cell>{`${median} 天`}</Cell>
            <Cell
              {...(longer.rows > 0 && {
                opens: { label: `${label}，超过 ${p90} 天的 ${longer.n} 件次`, onTap: () => onLonger(stay) },
              })}
            >
              {`${p90} 天`}
            </Cell>
            <Cell {...(rows > 0 && { opens: { label: `${label}，${n} 件次`, onTap: () => onTap(stay) } })}>
              {String(n)}
            </Cell>
          </Row>
        );
      })}
    </View>
  );
}

function Row({ head = false, children }: { head?: boolean; children: ReactNode }) {
  return (
    <View className={`stay-table__row${head ? ' stay-table__row--head' : ''}`} {...(IN_BROWSER ? { role: 'row' } : {})}>
      {children}
    </View>
  );
}

interface CellProps {
  head?: boolean;
  children: string;
  opens?: { label: string; onTap(): void };
}

function Cell({ head = false, children, opens }: CellProps) {
  return (
    <View className="stay-table__cell" {...(IN_BROWSER ? { role: head ? 'columnheader' : 'cell' } : {})}>
      {opens ? (
        <Tappable role="link" className="stay-table__link" label={opens.label} onTap={opens.onTap}>
          <Text>{children}</Text>
        </Tappable>
      ) : (
        <Text>{children}</Text>
      )}
    </View>
  );
}
