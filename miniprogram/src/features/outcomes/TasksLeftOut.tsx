import type { AgreedTaskView } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';

interface Props {
  tasks: readonly AgreedTaskView[];
  /** For whoever may still put one back. */
  onPutBack?(task: AgreedTaskView): void;
}

/** What the minutes agreed and the outcome does not have; nothing where it has all. */
export function TasksLeftOut({ tasks, onPutBack }: Props) {
  if (tasks.length === 0) return null;
  return (
    <Card>
      <Text>纪要里商定了，成果里没有列：</Text>
      {tasks.map((task) => (
        <View key={task.what}>
          <Text>{task.what}</Text>
          {onPutBack && (
            <Button
              kind="text"
              icon="plus"
              text="加回来"
              label={`加回“${task.what}”`}
              onPress={() => onPutBack(task)}
            />
          )}
        </View>
      ))}
    </Card>
  );
}
