import { isOpenToComment, REDIRECT_LABELS, type TopicDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { FEEDBACK_PAGES } from '@/features/feedback/feedback.pages';
import { Waiting } from '@/features/moves/Waiting';
import { openPage } from '@/services/navigation';
import { TOPIC_PAGES } from '../topic.pages';

/** What is said where no single person's work is due. */
const MEANWHILE: Partial<Record<TopicDetail['state'], string>> = {
  draft: '还没有提交，只有您自己能看到',
  declined: '这件事没有列入协商',
  merged: '已和另一件相近的议题合在一起办',
  deliberating: '正在协商，时间和地点见下面的协商活动',
  resolving: '协商的结果正在落实，见下面的承办事项',
  closed: '这件议题已经办结',
  suspended: '这件议题先放一放，原因见办理进程',
  withdrawn: '这件议题已经撤销，原因见办理进程',
};

/** What it waits for, whose turn it is and by when; for its raiser also why it came back and what to do. */
export function TopicWaiting({ topic, now }: { topic: TopicDetail; now: number }) {
  const { id, state, dueAt, isRaiser, lastReason, redirect, redirectNote, sensitive } = topic;
  const toMend = isRaiser && (state === 'returned' || state === 'draft');
  return (
    <Waiting kind="topic" state={state} dueAt={dueAt} now={now} otherwise={MEANWHILE[state]}>
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
