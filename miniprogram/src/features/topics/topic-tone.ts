import { type TopicProgress, type TopicSummary, topicProgress } from '@consult/shared';
import type { Tone } from '@/components/Tag';

/** Where a topic stands on the four-step bar. */
export const progressOf = ({ state, heldFrom }: Pick<TopicSummary, 'state' | 'heldFrom'>): TopicProgress =>
  topicProgress(state, heldFrom);

/** The colour of a topic's state. */
export function toneOf(topic: Pick<TopicSummary, 'state' | 'heldFrom'>): Tone {
  if (topic.state === 'returned') return 'warn';
  const { status } = progressOf(topic);
  if (status === 'done') return 'success';
  return status === 'stopped' ? 'neutral' : 'primary';
}
