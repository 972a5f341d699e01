import { PLAN_STAGE_LABELS, type PlanSummary, sayDate } from '@consult/shared';
import { SummaryRow } from '@/components/SummaryRow';
import { planTone } from '../plan-tone';

interface Props {
  plan: PlanSummary;
  /** Now, ms since 1970. */
  now: number;
  onTap(): void;
  /** The one that is open beside the list. */
  selected?: boolean;
}

/** One quarter's plan in a list. */
export function PlanRow({ plan, now, onTap, selected }: Props) {
  const { title, stage, townshipName, topicCount, publishedAt } = plan;
  return (
    <SummaryRow
      title={title}
      tags={[{ text: PLAN_STAGE_LABELS[stage], tone: planTone(stage) }]}
      facts={[townshipName, `${topicCount} 件议题`, publishedAt === null ? null : `${sayDate(publishedAt, now)}公布`]}
      selected={selected}
      onTap={onTap}
    />
  );
}
