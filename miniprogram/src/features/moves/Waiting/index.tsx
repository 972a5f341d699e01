import { capacityLabel, type ItemKind, MACHINES, type Machine, sayDeadline } from '@consult/shared';
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
  /** Said where the state waits for nobody. */
  otherwise?: string;
}>;

/** What an item waits for, whose turn it is and by when; within it what the viewer may do. */
export function Waiting({ kind, state, dueAt, now, otherwise = '', children }: Props) {
  const awaits = (MACHINES[kind] as Machine<string, string>).states[state]?.awaits;
  const late = dueAt !== null && dueAt < now;
  const text = awaits ? `等${capacityLabel(awaits.by)}${awaits.does}` : otherwise;
  if (text === '' && Children.toArray(children).length === 0) return null;
  return (
    <View className={cx('waiting', late && 'waiting--late')}>
      {text !== '' && (
        <View className="waiting__head">
          <Icon name={late ? 'warning' : 'clock'} />
          <Text className="waiting__what">{text}</Text>
          {awaits && dueAt !== null && <Text className="waiting__due">{sayDeadline(dueAt, now)}</Text>}
        </View>
      )}
      {children}
    </View>
  );
}
