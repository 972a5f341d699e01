import {
  type ContentState,
  contentMachine,
  isShown,
  isTopicEditable,
  REVIEW_CAUSE_LABELS,
  type TopicDetail,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { MoveButtons } from '@/features/moves/MoveButtons';
import type { Move } from '@/features/moves/moves';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { openPage } from '@/services/navigation';
import { cx } from '@/utils/cx';
import { checkMoves } from '../content-moves';
import './index.scss';

/** States in which a topic's text waits for something that its raiser or its convener should know. */
const SAID = [
  'submitted',
  'accepted',
  'shortlisted',
  'party_review',
  'county_review',
  'planned',
  'deliberating',
  'resolving',
];

/** How the check of a topic stands, for its raiser and those who handle it; nothing once it has passed. */
export function ContentNotice({ topic, onMoved }: { topic: TopicDetail; onMoved(): unknown }) {
  const { content, isRaiser } = topic;
  if (content === null || isShown(content.state) || !SAID.includes(topic.state)) return null;
  const { state, finding, cause, reason } = content;
  const bad = state === 'refused' || state === 'taken_down';
  const mend: Move[] =
    isRaiser && isTopicEditable({ state: topic.state, content: state })
      ? [{ label: '去修改', kind: 'primary', act: () => void openPage(TOPIC_PAGES.raise, { id: topic.id }) }]
      : [];
  // What is still open a handler decides by accepting the topic, or in the queue: no second row of buttons here.
  const own = isRaiser || bad ? checkMoves(content) : [];
  const moves = [...mend, ...own.map((move): Move => (isRaiser ? { ...move, kind: 'secondary' } : move))];
  return (
    <View className={cx('content-notice', bad && 'content-notice--bad')}>
      <View className="content-notice__head">
        <Icon name={bad ? 'warning' : 'clock'} />
        <Text className="content-notice__state">{contentMachine.states[state].label}</Text>
      </View>
      {(reason ?? finding) && <Text className="content-notice__why">原因：{reason ?? finding}</Text>}
      {state === 'in_review' && cause && !isRaiser && (
        <Text className="content-notice__why">{REVIEW_CAUSE_LABELS[cause]}。受理就是审核通过。</Text>
      )}
      {isRaiser && <Text className="content-notice__why">{NEXT[state]}</Text>}
      {moves.length > 0 && <MoveButtons of={`topic:${topic.id}`} moves={moves} onMoved={onMoved} />}
    </View>
  );
}

/** What happens next, as its raiser reads it. */
const NEXT: Partial<Record<ContentState, string>> = {
  pending: '正在检查文字和照片，不用等在这里。',
  in_review: '工作人员会看一遍再决定，您不用做什么。',
  refused: '您可以修改后再提交；如果觉得判错了，可以申诉。',
  taken_down: '大家暂时看不到这件议题。有疑问可以在“投诉建议”里提出。',
};
