import { FUNDS_MAX, REASON_LIMITS, sayYuan, spendingNeedsReason, TASK_LIMITS } from '@consult/shared';
import { ChoiceField } from '@/components/ChoiceField';
import { DateTimeField } from '@/components/DateTimeField';
import { FormSheet } from '@/components/FormSheet';
import { NumberField } from '@/components/NumberField';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { reasonBody } from '@/features/moves/moves';
import { useSheetForm } from '@/hooks/useSheetForm';
import { reportSpending } from '../task-structure.api';
import type { SheetProps } from './section';

const KINDS = [
  { value: 'spend', label: '支出' },
  { value: 'correct', label: '冲减以前报的' },
] as const;
type Kind = (typeof KINDS)[number]['value'];
const REQUIRED = { amount: '请填写金额', what: '请写用在哪里' };

/** One sum that was spent, or taken back where it was reported wrongly. */
export function SpendingSheet({ task, onDone }: SheetProps) {
  const form = useSheetForm(
    { kind: 'spend' as Kind | null, amount: null as number | null, spentAt: Date.now(), what: '', reason: '' },
    REQUIRED,
  );
  const { kind, amount, spentAt, what, reason } = form.value;
  const signed = (amount ?? 0) * (kind === 'correct' ? -1 : 1);
  const funds = { planned: task.fundsPlanned, spent: task.fundsSpent };
  const needsReason = amount !== null && spendingNeedsReason(funds, signed);
  return (
    <FormSheet
      title="报告一笔支出"
      text="每笔支出向所有人公开，报过的不能删除，写错了就冲减。"
      confirmLabel="公布"
      body={{ amount: signed, spentAt, what: what.trim(), ...(needsReason ? reasonBody(reason.trim()) : {}) }}
      problems={{ ...form.problems, ...(needsReason && reason.trim() === '' ? { reason: '请写明原因' } : {}) }}
      send={(body, key) => reportSpending(task.id, body, key)}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <ChoiceField label="类型" required choices={KINDS} {...form.choice<Kind>('kind', errors)} />
          <NumberField
            label="金额"
            hint={amount === null ? '写到元' : sayYuan(amount)}
            required
            min={1}
            max={FUNDS_MAX}
            step={100}
            unit="元"
            {...form.field('amount', errors)}
          />
          <TextField
            label="用在哪里"
            placeholder="如：购买水泥和砂石"
            required
            max={TASK_LIMITS.spendingMax}
            {...form.field('what', errors)}
          />
          <DateTimeField label="哪天支出的" required mode="date" max={Date.now()} {...form.field('spentAt', errors)} />
          {needsReason && (
            <TextArea
              label="原因"
              hint={kind === 'correct' ? '为什么冲减，所有人可见' : '支出超过了计划，写明为什么，所有人可见'}
              required
              max={REASON_LIMITS.max}
              {...form.field('reason', errors)}
            />
          )}
        </>
      )}
    </FormSheet>
  );
}
