import { type AgreedTaskView, fullDate, sayBesideMinutes, sayDate, type TaskBesideMinutes } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { KeyValue } from '@/components/KeyValue';
import './index.scss';

interface Props {
  tasks: readonly AgreedTaskView[];
  /** Now, ms since 1970. */
  now: number;
  /** Of an outcome: each beside what the minutes have. */
  beside?: readonly TaskBesideMinutes[];
}

/** What was agreed that somebody does: who, by when, with what money. */
export function AgreedTasks({ tasks, now, beside }: Props) {
  return (
    <View>
      {tasks.map((task, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a task has no id until it is handed out
        <Card key={index}>
          <Text className="agreed-task__what">{task.what}</Text>
          <BesideMinutes one={beside?.[index]} now={now} />
          <KeyValue
            rows={[
              { label: '牵头', value: <Text>{task.leadDepartment || '还没有定'}</Text> },
              {
                label: '协办',
                value: task.coDepartments.length > 0 && <Text>{task.coDepartments.join('、')}</Text>,
              },
              {
                label: '时限',
                value: <Text>{task.dueAt > 0 ? `${fullDate(task.dueAt)}前办好` : '还没有定'}</Text>,
              },
              { label: '资金', value: task.funds && <Text>{task.funds}</Text> },
            ]}
          />
        </Card>
      ))}
    </View>
  );
}

/** How a task stands to the minutes, where it is not as they have it. */
export function BesideMinutes({ one, now }: { one: TaskBesideMinutes | undefined; now: number }) {
  const words = one && sayBesideMinutes(one, (at) => sayDate(at, now));
  return words ? <Text className="agreed-task__changed">{words}</Text> : null;
}
