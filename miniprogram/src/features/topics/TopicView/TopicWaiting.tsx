import { capacityLabel, REDIRECT_LABELS, sayDate, sayDeadline, type TopicDetail, topicMachine } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { openPage } from '@/services/navigation';
import { cx } from '@/utils/cx';
import { TOPIC_PAGES } from '../topic.pages';

/** What the topic waits for where no single person's work is due. */
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

/** What it waits for, whose turn it is and by when; for its raiser also what to do about it. */
export function TopicWaiting({ topic, now }: { topic: TopicDetail; now: number }) {
  const { awaits } = topicMachine.states[topic.state];
  const late = topic.dueAt !== null && topic.dueAt < now;
  const mineToMend = topic.isRaiser && (topic.state === 'returned' || topic.state === 'draft');
  return (
    <View className={cx('topic-waiting', late && 'topic-waiting--late')}>
      <Icon name={late ? 'warning' : 'clock'} />
      <View className="topic-waiting__words">
        <Text className="topic-waiting__what">
          {awaits ? `等${capacityLabel(awaits.by)}${awaits.does}` : (MEANWHILE[topic.state] ?? '')}
        </Text>
        {topic.dueAt !== null && (
          <Text>
            {sayDate(topic.dueAt, now)}前，{sayDeadline(topic.dueAt, now)}
          </Text>
        )}
        {topic.lastReason && (topic.state === 'returned' || topic.state === 'declined') && (
          <Text>原因：{topic.lastReason}</Text>
        )}
        {topic.state === 'declined' && topic.redirect && (
          <Text>
            可以改走：{REDIRECT_LABELS[topic.redirect]}
            {topic.redirectNote && `。${topic.redirectNote}`}
          </Text>
        )}
        {mineToMend && (
          <View className="topic-waiting__act">
            <Button
              icon="edit"
              text={topic.state === 'draft' ? '接着写' : '去补充'}
              onPress={() => openPage(TOPIC_PAGES.raise, { id: topic.id })}
            />
          </View>
        )}
      </View>
    </View>
  );
}
