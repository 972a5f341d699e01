import { Text, View } from '@tarojs/components';
import { type PropsWithChildren, useState } from 'react';
import { ChoiceSheet } from '@/components/ChoiceField/ChoiceSheet';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { cx } from '@/utils/cx';
import './index.scss';

interface Props<V extends string> {
  title: string;
  /** What it says while nothing is chosen: 全部类别. */
  all: string;
  choices: readonly { value: V; label: string }[];
  /** null: all. */
  value: V | null;
  onChange(value: V | null): void;
}

const ALL = 'all';

/** What a list is narrowed down to in one respect; tapping it opens the choices, the first of which takes it off. */
export function FilterPill<V extends string>({ title, all, choices, value, onChange }: Props<V>) {
  const [choosing, setChoosing] = useState(false);
  const chosen = choices.find((choice) => choice.value === value)?.label ?? all;
  return (
    <>
      <Tappable
        reads
        className={cx('filter-pill', value !== null && 'filter-pill--chosen')}
        label={`${title}：${chosen}`}
        onTap={() => setChoosing(true)}
      >
        <Text>{chosen}</Text>
        <Icon name="down" scale={0.7} />
      </Tappable>
      <ChoiceSheet<V | typeof ALL>
        open={choosing}
        title={title}
        choices={[{ value: ALL, label: all }, ...choices]}
        value={[value ?? ALL]}
        multiple={false}
        onChange={([next]) => onChange(next === undefined || next === ALL ? null : next)}
        onClose={() => setChoosing(false)}
      />
    </>
  );
}

/** Pills in a row, on more lines where there is no room. */
export function FilterPills({ children }: PropsWithChildren) {
  return <View className="filter-pills">{children}</View>;
}
