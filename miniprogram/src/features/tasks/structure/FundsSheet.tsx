import { FUNDS_MAX, isOverspent, MINUTES_LIMITS, REASON_LIMITS, sayYuan } from '@consult/shared';
import { FormSheet } from '@/components/FormSheet';
import { NumberField } from '@/components/NumberField';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { reasonBody } from '@/features/moves/moves';
import { useSheetForm } from '@/hooks/useSheetForm';
import { planFunds } from '../task-structure.api';
import type { SheetProps } from './section';

/** What a promise is planned to cost, and where the money comes from. */
export function FundsSheet({ task, onDone }: SheetProps) {
  const form = useSheetForm({ planned: task.fundsPlanned, source: task.funds ?? '', reason: '' }, {});
  const { planned, source, reason } = form.value;
  const over = isOverspent({ planned, spent: task.fundsSpent });
  return (
    <FormSheet
      title="修改资金计划"
      text="资金计划和每笔支出向所有人公开。"
      confirmLabel="保存"
      body={{
        ...(planned === null ? {} : { planned }),
        ...(source.trim() === '' ? {} : { source: source.trim() }),
        ...(over ? reasonBody(reason.trim()) : {}),
      }}
      problems={over && reason.trim() === '' ? { reason: '请写明原因' } : {}}
      send={(body, key) => planFunds(task.id, body, key)}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <NumberField
            label="计划资金"
            hint={planned === null ? '写到元' : sayYuan(planned)}
            max={FUNDS_MAX}
            step={1000}
            unit="元"
            {...form.field('planned', errors)}
          />
          <TextField
            label="资金来源"
            placeholder="如：街道年度民生经费"
            max={MINUTES_LIMITS.fundsMax}
            {...form.field('source', errors)}
          />
          {over && (
            <TextArea
              label="原因"
              hint={`已支出 ${sayYuan(task.fundsSpent ?? 0)}，比计划多，写明为什么，所有人可见`}
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
