import type { SimilarTopic, TopicDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { MoveButtons } from '@/features/moves/MoveButtons';
import { useSession } from '@/services/session';
import { DeclineSheet } from './DeclineSheet';
import { LookAlikes } from './LookAlikes';
import { MergeSheet } from './MergeSheet';
import { ShortlistSheet } from './ShortlistSheet';
import { type TopicSheet, topicMoves } from './topic-moves';
import './index.scss';

interface Props {
  topic: TopicDetail;
  /** Reads the topic, and a list it stands in, again. */
  onMoved(): void;
}

/** Who may do one of these asks first whether it is there already. */
const SCREENING = ['accept', 'merge'] as const;
const SHEETS = { decline: DeclineSheet, shortlist: ShortlistSheet } as const;

/** What those who handle a topic can do with it now; nothing for everyone else. */
export function TopicActions({ topic, onMoved }: Props) {
  const { grants } = useSession();
  const [sheet, setSheet] = useState<TopicSheet | null>(null);
  const [target, setTarget] = useState<SimilarTopic | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const { main, seldom } = topicMoves(topic, grants, setSheet);
  if (main.length === 0 && seldom.length === 0) return null;

  const Sheet = sheet === null || sheet === 'merge' ? null : SHEETS[sheet];
  const merge = (into: SimilarTopic) => {
    setTarget(into);
    setSheet('merge');
  };
  const done = (changed: boolean) => {
    setSheet(null);
    setTarget(null);
    if (changed) onMoved();
  };
  return (
    <View className="topic-actions">
      <MoveButtons of={`topic:${topic.id}`} moves={main} onMoved={onMoved} />
      {seldom.length > 0 && !unfolded && (
        <Tappable className="topic-actions__more" onTap={() => setUnfolded(true)}>
          <Text>其他处理</Text>
          <Icon name="down" scale={0.8} />
        </Tappable>
      )}
      {unfolded && <MoveButtons of={`topic:${topic.id}`} moves={seldom} onMoved={onMoved} />}
      {SCREENING.some((action) => topic.actions.includes(action)) && <LookAlikes topic={topic} onMerge={merge} />}
      {sheet === 'merge' && <MergeSheet topic={topic} target={target} onDone={done} />}
      {Sheet && <Sheet topic={topic} onDone={done} />}
    </View>
  );
}
