import { CONCLUSION_LABELS, type OutcomeSummary, sayDate, stateLabel, truncate } from '@consult/shared';
import { SummaryRow } from '@/components/SummaryRow';
import { conclusionTone } from '@/features/minutes/minutes-tone';
import { outcomeTone } from '../outcome-tone';

interface Props {
  outcome: OutcomeSummary;
  /** Now, ms since 1970. */
  now: number;
  onTap(): void;
  /** The one that is open beside the list. */
  selected?: boolean;
}

const SUMMARY_MAX = 60;

/** One outcome in a list: what came out of it, and how far it has gone. */
export function OutcomeRow({ outcome, now, onTap, selected }: Props) {
  const { title, state, conclusion, summary, townshipName, publishedAt } = outcome;
  return (
    <SummaryRow
      title={title}
      tags={[
        { text: CONCLUSION_LABELS[conclusion], tone: conclusionTone(conclusion) },
        { text: stateLabel('outcome', state), tone: outcomeTone(state) },
      ]}
      facts={[
        summary === '' ? null : truncate(summary, SUMMARY_MAX),
        publishedAt === null ? townshipName : `${townshipName} ${sayDate(publishedAt, now)}发布`,
      ]}
      selected={selected}
      onTap={onTap}
    />
  );
}
