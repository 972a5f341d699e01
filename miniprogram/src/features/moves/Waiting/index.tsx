import { type Awaited, awaitedInState, type ItemKind, sayUntil } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Children, type PropsWithChildren } from 'react';
import { Icon } from '@/components/Icon';
import { cx } from '@/utils/cx';
import './index.scss';

type Props = PropsWithChildren<{
  kind: ItemKind;
  state: string;
  /** ms since 1970; null when nothing is due. */
  dueAt: number | null;
  now: number;
  /** Who is awaited where the state alone does not say so; null: nobody. */
  awaited?: Awaited | null;
  /** Said where the state waits for nobody. */
  otherwise?: string;
}>;

/** What an item waits for, whose turn it is and by when; within it what the viewer may do. */
export function Waiting({ kind, state, dueAt, now, awaited, otherwise = '', children }: Props) {
  const waits = awaited === undefined ? awaitedInState(kind, state, dueAt) : awaited;
  const until = waits?.dueAt ?? null;
  const late = until !== null && until < now;
  const text = waits?.text ?? otherwise;
  if (text === '' && Children.toArray(children).length === 0) return null;
  return (
    <View className={cx('waiting', late && 'waiting--late')}>
      {text !== '' && (
        <View className="waiting__head">
          <Icon name={late ? 'warning' : 'clock'} />
          <Text className="waiting__what">{text}</Text>
          {until !== null && <Text className="waiting__due">{sayUntil(until, now)}</Text>}
        </View>
      )}
      {children}
    </View>
  );
}
