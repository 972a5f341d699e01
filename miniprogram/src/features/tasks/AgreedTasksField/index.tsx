import {
  type AgreedTask,
  chinaDate,
  endOfChinaDay,
  MINUTES_LIMITS,
  startOfChinaDay,
  TASK_LIMITS,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { DateTimeField } from '@/components/DateTimeField';
import { OrderButtons } from '@/components/OrderButtons';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { DepartmentField } from '@/features/departments/DepartmentField';
import { useItemKeys } from '@/hooks/useItemKeys';
import { type AgreedTaskProblems, EMPTY_TASK } from './agreed-tasks';
import './index.scss';

interface Props {
  value: readonly AgreedTask[];
  onChange(value: AgreedTask[]): void;
  /** Whose departments can be chosen: the township's, and its county's. */
  region: string;
  /** What is wrong, by `tasks.0.what`: of agreedTaskProblems, or ApiError.fields as they come. */
  errors?: AgreedTaskProblems;
}

/** What was agreed that somebody does (任务): one block a task, each becomes a promise. */
export function AgreedTasksField({ value, onChange, region, errors = {} }: Props) {
  const { keys, replace, add, drop, move } = useItemKeys(value, onChange, (task) => task.what);
  const change = (index: number, part: Partial<AgreedTask>) => {
    const task = value[index];
    if (task !== undefined) replace(index, { ...task, ...part });
  };

  return (
    <View className="agreed-tasks">
      {value.map((task, index) => (
        <View key={keys[index]} className="agreed-tasks__task">
          <View className="agreed-tasks__head">
            <Text className="agreed-tasks__title">任务 {index + 1}</Text>
            <View className="agreed-tasks__tools">
              <OrderButtons
                name={`任务 ${index + 1}`}
                index={index}
                count={value.length}
                onMove={(by) => move(index, by)}
              />
              <Button
                kind="text"
                icon="trash"
                text="删除"
                label={`删除任务 ${index + 1}`}
                onPress={() => drop(index)}
              />
            </View>
          </View>
          <TextArea
            label="做什么"
            required
            max={TASK_LIMITS.whatMax}
            value={task.what}
            error={errors[`tasks.${index}.what`]}
            onChange={(what) => change(index, { what })}
          />
          <DepartmentField
            label="牵头部门"
            required
            region={region}
            value={task.leadDepartmentId === '' ? [] : [task.leadDepartmentId]}
            error={errors[`tasks.${index}.leadDepartmentId`]}
            onChange={([leadDepartmentId = '']) =>
              change(index, {
                leadDepartmentId,
                coDepartmentIds: task.coDepartmentIds.filter((id) => id !== leadDepartmentId),
              })
            }
          />
          <DepartmentField
            label="协办部门"
            multiple
            region={region}
            except={[task.leadDepartmentId]}
            value={task.coDepartmentIds}
            error={errors[`tasks.${index}.coDepartmentIds`]}
            onChange={(coDepartmentIds) => change(index, { coDepartmentIds })}
          />
          <DateTimeField
            label="办结时限"
            required
            mode="date"
            min={startOfChinaDay(chinaDate(Date.now()))}
            value={task.dueAt === EMPTY_TASK.dueAt ? null : task.dueAt}
            error={errors[`tasks.${index}.dueAt`]}
            onChange={(day) => change(index, { dueAt: endOfChinaDay(chinaDate(day)) })}
          />
          <TextField
            label="资金来源"
            placeholder="如：街道年度民生经费"
            max={MINUTES_LIMITS.fundsMax}
            value={task.funds ?? ''}
            error={errors[`tasks.${index}.funds`]}
            onChange={(funds) => change(index, { funds: funds === '' ? null : funds })}
          />
        </View>
      ))}
      {value.length < MINUTES_LIMITS.tasksMax && (
        <Button kind="secondary" icon="plus" text="加一项任务" onPress={() => add(EMPTY_TASK)} />
      )}
    </View>
  );
}
