import {
  fullDate,
  isOwedState,
  plainPath,
  REPLY_CLASS_LABELS,
  sayDate,
  sayDeadline,
  sayHeldUp,
  sayStanding,
  stateLabel,
  type TaskDetail,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { KeyValue } from '@/components/KeyValue';
import { LinkList } from '@/components/LinkList';
import { Tag } from '@/components/Tag';
import { ShareButton } from '@/features/links/ShareButton';
import type { ShareCard } from '@/features/links/share-card';
import { OUTCOME_PAGES } from '@/features/outcomes/outcome.pages';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { openPage } from '@/services/navigation';
import { ProgressBar } from '../structure/ProgressBar';
import { TASK_PAGES } from '../task.pages';
import { replyTone, taskTone } from '../task-tone';
import { lightTag } from '../time/light-tag';

/** What was promised, by whom, by when, and out of which topics it came. */
export function TaskHead({ task, now }: { task: TaskDetail; now: number }) {
  const { replyClass, dueAt, overdue, coDepartments, refusals } = task;
  const heldUp = isOwedState(task.state) ? sayHeldUp(task.waitsFor) : null;
  const open = replyClass === null && task.state !== 'closed';
  return (
    <Card>
      <View className="task-view__tags">
        <Tag text={stateLabel('task', task.state)} tone={taskTone(task.state)} />
        {replyClass && <Tag text={REPLY_CLASS_LABELS[replyClass]} tone={replyTone(replyClass)} />}
        {task.light !== 'done' && task.light !== 'paused' && <Tag {...lightTag(task, now)} />}
      </View>
      <Text
        className="task-view__title"
        {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '2' } : {})}
      >
        {task.what}
      </Text>
      <ProgressBar task={task} />
      <KeyValue
        rows={[
          { label: '牵头', value: <Text>{task.leadDepartment}</Text> },
          { label: '协办', value: coDepartments.length > 0 && <Text>{coDepartments.join('、')}</Text> },
          {
            label: '承诺时限',
            value: (
              <Text className={overdue ? 'task-view__late' : ''}>
                {sayDate(dueAt, now)}前办好
                {open && <Text className="task-view__left">（{sayDeadline(dueAt, now)}）</Text>}
              </Text>
            ),
          },
          { label: '正在等', value: heldUp && <Text>{heldUp}</Text> },
          { label: '退回', value: refusals > 0 && <Text>被承办部门退回 {refusals} 次</Text> },
        ]}
      />
      <LinkList
        links={[
          ...task.topics.map(({ id, title }) => ({
            key: id,
            label: `议题：${title}`,
            onTap: () => void openPage(TOPIC_PAGES.detail, { id }),
          })),
          {
            key: task.outcomeId,
            label: '看协商成果',
            onTap: () => void openPage(OUTCOME_PAGES.detail, { id: task.outcomeId }),
          },
        ]}
      />
      {(task.listed || task.parentId !== null) && (
        <ShareButton
          title={task.what}
          path={TASK_PAGES.detail}
          query={{ id: task.id }}
          {...(task.listed && { card: cardOf(task) })}
        />
      )}
    </Card>
  );
}

/** What of a promise stands on a card. */
const cardOf = (task: TaskDetail): ShareCard => ({
  kind: `公开承诺 · ${task.townshipName}`,
  title: task.what,
  stands: `${task.leadDepartment}承诺 ${fullDate(task.dueAt)}前办好，${sayStanding(task)}`,
  path: plainPath('promise', task.code),
});
