import {
  AGREED_TASK_LABELS,
  type AgreedTask,
  type AgreedTaskView,
  besideMinutes,
  chinaDate,
  endOfChinaDay,
  MINUTES_LIMITS,
  sayBesideMinutes,
  sayDate,
  startOfChinaDay,
  TASK_LIMITS,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { DateTimeField } from '@/components/DateTimeField';
import { ItemTools } from '@/components/ItemTools';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { DepartmentField } from '@/features/departments/DepartmentField';
import { TasksLeftOut } from '@/features/outcomes/TasksLeftOut';
import { useItemKeys } from '@/hooks/useItemKeys';
import { cx } from '@/utils/cx';
import { type AgreedTaskProblems, EMPTY_TASK, plainTask } from './agreed-tasks';
import './index.scss';

interface Props {
  value: readonly AgreedTask[];
  onChange(value: AgreedTask[]): void;
  /** Whose departments can be chosen: the township's, and its county's. */
  region: string;
  /** What is wrong, by `tasks.0.what`: of agreedTaskProblems, or ApiError.fields as they come. */
  errors?: AgreedTaskProblems;
  /** What the minutes agreed, where this is the outcome made of them: what is not as it was is marked. */
  minutes?: readonly AgreedTaskView[] | null;
}

/** What was agreed that somebody does (任务): one block a task, each becomes a promise. */
export function AgreedTasksField({ value, onChange, region, errors = {}, minutes = null }: Props) {
  const { keys, replace, add, drop, move } = useItemKeys(value, onChange, (task) => task.what);
  const change = (index: number, part: Partial<AgreedTask>) => {
    const task = value[index];
    if (task !== undefined) replace(index, { ...task, ...part });
  };

  const beside = minutes && besideMinutes(value, minutes);
  const now = Date.now();

  return (
    <View className="agreed-tasks">
      {value.map((task, index) => {
        const one = beside?.tasks[index];
        const changed = one ? sayBesideMinutes(one, (at) => sayDate(at, now)) : null;
        const mark = one ? (changed ?? '与纪要一致') : null;
        return (
          <View key={keys[index]} className="agreed-tasks__task">
            <View className="agreed-tasks__head">
              <Text className="agreed-tasks__title">任务 {index + 1}</Text>
              <ItemTools
                name={`任务 ${index + 1}`}
                index={index}
                count={value.length}
                onMove={(by) => move(index, by)}
                onDrop={() => drop(index)}
              />
            </View>
            {mark && <Text className={cx('agreed-tasks__mark', changed && 'agreed-tasks__mark--changed')}>{mark}</Text>}
            <TextArea
              label={AGREED_TASK_LABELS.what}
              required
              max={TASK_LIMITS.whatMax}
              value={task.what}
              error={errors[`tasks.${index}.what`]}
              onChange={(what) => change(index, { what })}
            />
            <DepartmentField
              label={AGREED_TASK_LABELS.leadDepartmentId}
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
              label={AGREED_TASK_LABELS.coDepartmentIds}
              multiple
              region={region}
              except={[task.leadDepartmentId]}
              value={task.coDepartmentIds}
              error={errors[`tasks.${index}.coDepartmentIds`]}
              onChange={(coDepartmentIds) => change(index, { coDepartmentIds })}
            />
            <DateTimeField
              label={AGREED_TASK_LABELS.dueAt}
              required
              mode="date"
              min={startOfChinaDay(chinaDate(Date.now()))}
              value={task.dueAt === EMPTY_TASK.dueAt ? null : task.dueAt}
              error={errors[`tasks.${index}.dueAt`]}
              onChange={(day) => change(index, { dueAt: endOfChinaDay(chinaDate(day)) })}
            />
            <TextField
              label={AGREED_TASK_LABELS.funds}
              placeholder="如：街道年度民生经费"
              max={MINUTES_LIMITS.fundsMax}
              value={task.funds ?? ''}
              error={errors[`tasks.${index}.funds`]}
              onChange={(funds) => change(index, { funds: funds === '' ? null : funds })}
            />
          </View>
        );
      })}
      {beside && <TasksLeftOut tasks={beside.left} onPutBack={(task) => add(plainTask(task))} />}
      {value.length < MINUTES_LIMITS.tasksMax && (
        <Button kind="secondary" icon="plus" text="加一项任务" onPress={() => add(EMPTY_TASK)} />
      )}
    </View>
  );
}
