import { type FeedbackView, feedbackMachine } from '@consult/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ListView } from '@/components/ListView';
import { Tabs } from '@/components/Tabs';
import { FeedbackCard } from '@/features/feedback/FeedbackCard';
import { answerFeedback, listFeedback, takeFeedback } from '@/features/feedback/feedback.api';
import { MoveButtons } from '@/features/moves/MoveButtons';
import { type Move, plainMove } from '@/features/moves/moves';
import { usePagedList } from '@/hooks/usePagedList';

type Shown = 'open' | 'answered';
const TABS: readonly { value: Shown; label: string }[] = [
  { value: 'open', label: '等待答复' },
  { value: 'answered', label: '已答复' },
];

function movesOf({ id, actions }: FeedbackView): Move[] {
  return actions.map((action) =>
    action === 'answer'
      ? plainMove(
          feedbackMachine,
          action,
          { text: '答复只有提交人能看到。', reason: { label: '答复' } },
          (answer, key) => answerFeedback(id, answer, key),
        )
      : plainMove(feedbackMachine, action, { text: '提交人会看到正在办理。', kind: 'secondary' }, (_, key) =>
          takeFeedback(id, key),
        ),
  );
}

/** What is to be answered, the oldest first, and what was answered. */
export function FeedbackWork({ region }: { region: string }) {
  const [shown, setShown] = useState<Shown>('open');
  const open = shown === 'open';
  const list = usePagedList((after) => listFeedback({ region, open, ...(after && { after }) }), [region, open]);
  return (
    <View>
      <Tabs<Shown> tabs={TABS} value={shown} onChange={setShown} />
      <ListView
        list={list}
        keyOf={({ id }) => id}
        renderItem={(feedback) => (
          <FeedbackCard feedback={feedback}>
            <MoveButtons of={`feedback:${feedback.id}`} moves={movesOf(feedback)} onMoved={() => void list.reload()} />
          </FeedbackCard>
        )}
        empty={open ? { title: '没有要答复的投诉建议' } : { title: '还没有答复过投诉建议' }}
      />
    </View>
  );
}
