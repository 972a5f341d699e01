import { type AgreedTaskView, sayDate } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { KeyValue } from '@/components/KeyValue';
import './index.scss';

interface Props {
  tasks: readonly AgreedTaskView[];
  /** Now, ms since 1970. */
  now: number;
}

/** What was agreed that somebody does: who, by when, with what money. */
export function AgreedTasks({ tasks, now }: Props) {
  return (
    <View>
      {tasks.map((task, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a task has no id until it is handed out
        <Card key={index}>
          <Text className="agreed-task__what">{task.what}</Text>
          <KeyValue
            rows={[
              { label: '牵头', value: <Text>{task.leadDepartment || '还没有定'}</Text> },
              {
                label: '协办',
                value: task.coDepartments.length > 0 && <Text>{task.coDepartments.join('、')}</Text>,
              },
              {
                label: '时限',
                value: <Text>{task.dueAt > 0 ? `${sayDate(task.dueAt, now)}前办好` : '还没有定'}</Text>,
              },
              { label: '资金', value: task.funds && <Text>{task.funds}</Text> },
            ]}
          />
        </Card>
      ))}
    </View>
  );
}
