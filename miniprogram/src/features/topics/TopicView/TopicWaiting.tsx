import { awaitedByTopic, isOpenToComment, REDIRECT_LABELS, type TopicDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { FEEDBACK_PAGES } from '@/features/feedback/feedback.pages';
import { Waiting } from '@/features/moves/Waiting';
import { openPage } from '@/services/navigation';
import { TOPIC_PAGES } from '../topic.pages';

/** What it waits for, whose turn it is and by when; for its raiser also why it came back and what to do. */
export function TopicWaiting({ topic, now }: { topic: TopicDetail; now: number }) {
  const { id, state, dueAt, isRaiser, lastReason, redirect, redirectNote, sensitive } = topic;
  const toMend = isRaiser && (state === 'returned' || state === 'draft');
  return (
    <Waiting kind="topic" state={state} dueAt={dueAt} now={now} awaited={awaitedByTopic(topic, now)}>
      {lastReason && (state === 'returned' || state === 'declined') && (
        <Text className="topic-view__why">原因：{lastReason}</Text>
      )}
      {state === 'declined' && redirect && (
        <Text className="topic-view__why">
          可以改走：{REDIRECT_LABELS[redirect]}
          {redirectNote && `。${redirectNote}`}
        </Text>
      )}
      {isOpenToComment(state) && !sensitive && (
        <>
          <Text className="topic-view__why">正在公开征求意见，您怎么看都可以说，召集人会答复。</Text>
          <View className="topic-view__mend">
            <Button
              kind="secondary"
              icon="comment"
              text="提意见"
              onPress={() => openPage(FEEDBACK_PAGES.mine, { topic: id })}
            />
          </View>
        </>
      )}
      {toMend && (
        <View className="topic-view__mend">
          <Button
            icon="edit"
            text={state === 'draft' ? '接着写' : '去补充'}
            onPress={() => openPage(TOPIC_PAGES.raise, { id })}
          />
        </View>
      )}
    </Waiting>
  );
}
