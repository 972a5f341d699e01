import { useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { createPlan } from '../plan.api';
import { quartersFrom, titleOf } from '../quarters';

const QUARTERS_AHEAD = 4;

interface Props {
  /** Township code. */
  township: string;
  /** The titles of the plans there are. */
  taken: readonly string[];
  /** True: one was made. */
  onDone(changed: boolean): void;
}

/** A plan for a quarter that has none yet. */
export function NewPlanSheet({ township, taken, onDone }: Props) {
  const quarters = quartersFrom(Date.now(), QUARTERS_AHEAD).filter((quarter) => !taken.includes(titleOf(quarter)));
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <FormSheet
      title="新建计划"
      text={quarters.length === 0 ? '接下来的季度都已经有计划了。' : undefined}
      confirmLabel="新建"
      body={quarters.find((quarter) => titleOf(quarter) === chosen) ?? null}
      problems={chosen === null ? { quarter: '请选择季度' } : {}}
      send={async (quarter, key) => quarter && createPlan({ township, ...quarter }, key)}
      onDone={onDone}
    >
      {(errors) => (
        <ChoiceField
          label="哪个季度"
          required
          choices={quarters.map((quarter) => ({ value: titleOf(quarter), label: titleOf(quarter) }))}
          value={chosen === null ? [] : [chosen]}
          error={errors.quarter}
          onChange={([title]) => setChosen(title ?? null)}
        />
      )}
    </FormSheet>
  );
}
