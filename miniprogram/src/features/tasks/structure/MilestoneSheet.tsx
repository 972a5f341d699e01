import { chinaDate, endOfChinaDay, type MilestoneView, REASON_LIMITS, TASK_LIMITS } from '@consult/shared';
import { Button } from '@/components/Button';
import { ChoiceField } from '@/components/ChoiceField';
import { DateTimeField } from '@/components/DateTimeField';
import { FormSheet } from '@/components/FormSheet';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { reasonBody } from '@/features/moves/moves';
import { useMoves } from '@/hooks/useMoves';
import { useSheetForm } from '@/hooks/useSheetForm';
import { removeMilestone, saveMilestone } from '../task-structure.api';
import type { SheetProps } from './section';

const REQUIRED = { name: '请写这一步做什么', plannedAt: '请选择计划日期' };
const STATES = [
  { value: 'ahead', label: '还没有完成' },
  { value: 'done', label: '已经完成' },
] as const;
type State = (typeof STATES)[number]['value'];

/** One step: new, or changed. */
export function MilestoneSheet({ task, milestone, onDone }: SheetProps & { milestone: MilestoneView | null }) {
  const form = useSheetForm(
    {
      name: milestone?.name ?? '',
      plannedAt: milestone?.plannedAt ?? null,
      state: (milestone?.doneAt ? 'done' : 'ahead') as State | null,
      doneAt: milestone?.doneAt ?? Date.now(),
      reason: '',
    },
    REQUIRED,
  );
  const { ask, sheet } = useMoves(() => onDone(true));
  const { name, plannedAt, state, doneAt, reason } = form.value;
  const done = state === 'done';
  // What adds a step, or takes one back, makes the whole less done than it was.
  const back = task.progressFrom !== 'parts' && task.progress > 0 && !done && milestone?.doneAt !== null;
  const drop = () =>
    milestone &&
    ask({
      title: `删除节点“${milestone.name}”`,
      confirmLabel: '删除',
      danger: true,
      onConfirm: (_, key) => removeMilestone(task.id, milestone.id, key),
    });
  return (
    <FormSheet
      title={milestone ? '修改节点' : '加一个节点'}
      text="节点向所有人公开。"
      confirmLabel="保存"
      body={{
        name: name.trim(),
        plannedAt: plannedAt === null ? 0 : endOfChinaDay(chinaDate(plannedAt)),
        ...(done ? { doneAt } : {}),
        ...(back ? reasonBody(reason.trim()) : {}),
      }}
      problems={{ ...form.problems, ...(back && reason.trim() === '' ? { reason: '请写明原因' } : {}) }}
      send={(body, key) => saveMilestone(task.id, milestone?.id ?? null, body, key)}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <TextField label="做什么" required max={TASK_LIMITS.milestoneMax} {...form.field('name', errors)} />
          <DateTimeField label="计划哪天完成" required mode="date" {...form.field('plannedAt', errors)} />
          <ChoiceField label="现在" required choices={STATES} {...form.choice<State>('state', errors)} />
          {done && (
            <DateTimeField label="哪天完成的" required mode="date" max={Date.now()} {...form.field('doneAt', errors)} />
          )}
          {back && (
            <TextArea
              label="原因"
              hint="总进度会比现在低，写明为什么，所有人可见"
              required
              max={REASON_LIMITS.max}
              {...form.field('reason', errors)}
            />
          )}
          {milestone && milestone.doneAt === null && (
            <Button kind="text" icon="trash" text="删除这个节点" onPress={drop} />
          )}
          {sheet}
        </>
      )}
    </FormSheet>
  );
}
