import { actionLabel, type PlanSummary, type TopicDetail, topicMachine } from '@consult/shared';
import { useRef, useState } from 'react';
import { ChoiceField } from '@/components/ChoiceField';
import { FormSheet } from '@/components/FormSheet';
import { Skeleton } from '@/components/ListView/Skeleton';
import { ErrorBlock } from '@/components/StateBlock';
import { createPlan, listPlans, shortlistTopic } from '@/features/plans/plan.api';
import { type Quarter, quartersFrom, titleOf } from '@/features/plans/quarters';
import { useAsync } from '@/hooks/useAsync';
import { uuid } from '@/utils/uuid';

const LABEL = actionLabel(topicMachine, 'shortlist');
const QUARTERS_AHEAD = 4;

/** A plan that takes topics, or a quarter that has none yet. */
interface Target {
  label: string;
  hint: string;
  plan: PlanSummary | null;
  quarter: Quarter;
}

function targetsOf(plans: readonly PlanSummary[], now: number): Target[] {
  const drafting = plans
    .filter(({ stage }) => stage === 'drafting')
    .map((plan) => ({
      label: plan.title,
      hint: `已有 ${plan.topicCount} 件议题`,
      plan,
      quarter: { year: plan.year, quarter: plan.quarter as Quarter['quarter'] },
    }));
  const missing = quartersFrom(now, QUARTERS_AHEAD)
    .filter(({ year, quarter }) => !plans.some((plan) => plan.year === year && plan.quarter === quarter))
    .map((quarter) => ({ label: titleOf(quarter), hint: '新建', plan: null, quarter }));
  return [...drafting, ...missing];
}

/** 列为拟定议题: into which quarter's plan, which is made where there is none yet. */
export function ShortlistSheet({ topic, onDone }: { topic: TopicDetail; onDone(changed: boolean): void }) {
  const plans = useAsync(() => listPlans({ region: topic.township }), [topic.township]);
  const [chosen, setChosen] = useState<string | null>(null);
  // A plan made by an attempt that failed later is found again by its key, not made twice.
  const creation = useRef(uuid());
  const targets = targetsOf(plans.data?.items ?? [], Date.now());

  const send = async ({ target }: { target: string | null }, key: string) => {
    const found = targets.find(({ label }) => label === target);
    if (!found) return;
    const planId =
      found.plan?.id ?? (await createPlan({ township: topic.township, ...found.quarter }, creation.current)).id;
    await shortlistTopic(topic.id, planId, key);
  };

  return (
    <FormSheet
      title={LABEL}
      text="列入后公开征求意见，期满再整批送乡镇党委审核。"
      confirmLabel={LABEL}
      body={{ target: chosen }}
      problems={chosen === null ? { planId: '请选择列入哪个季度' } : {}}
      send={send}
      onDone={onDone}
    >
      {(errors) => (
        <>
          {plans.error && <ErrorBlock error={plans.error} onRetry={plans.reload} />}
          {!plans.data && !plans.error && <Skeleton rows={2} />}
          {plans.data && (
            <ChoiceField
              label="列入哪个计划"
              required
              choices={targets.map(({ label, hint }) => ({ value: label, label, hint }))}
              value={chosen === null ? [] : [chosen]}
              error={errors.planId}
              onChange={([label]) => {
                creation.current = uuid();
                setChosen(label ?? null);
              }}
            />
          )}
        </>
      )}
    </FormSheet>
  );
}
