import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { ListRow } from '@/components/ListRow';
import { Tag, type Tone } from '@/components/Tag';
import './index.scss';

interface Props {
  title: string;
  tags: readonly { text: string; tone?: Tone }[];
  /** Each on its own where there is no room beside the others; empty ones are left out. */
  facts: readonly (string | null)[];
  /** Under the facts. */
  children?: ReactNode;
  onTap(): void;
  /** The one that is open beside the list. */
  selected?: boolean;
}

/** A row that says of one thing what it is, how it stands, and a few facts. */
export function SummaryRow({ title, tags, facts, children, onTap, selected }: Props) {
  const said = facts.filter((fact): fact is string => Boolean(fact));
  const label = [title, ...tags.map(({ text }) => text), ...said].join('，');
  return (
    <ListRow label={label} selected={selected} onTap={onTap}>
      <View className="summary-row__tags">
        {tags.map(({ text, tone }) => (
          <Tag key={text} text={text} tone={tone} />
        ))}
      </View>
      <Text className="summary-row__title">{title}</Text>
      <View className="summary-row__facts">
        {said.map((fact) => (
          <Text key={fact}>{fact}</Text>
        ))}
      </View>
      {children}
    </ListRow>
  );
}
