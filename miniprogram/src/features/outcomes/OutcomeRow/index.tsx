import { CONCLUSION_LABELS, type Conclusion, type OutcomeSummary, sayDate, stateLabel } from '@consult/shared';
import { SummaryRow } from '@/components/SummaryRow';
import type { Tone } from '@/components/Tag';

interface Props {
  outcome: OutcomeSummary;
  /** Now, ms since 1970. */
  now: number;
  onTap(): void;
  /** The one that is open beside the list. */
  selected?: boolean;
}

const CONCLUSION_TONES: Readonly<Record<Conclusion, Tone>> = { consensus: 'success', partial: 'info', none: 'warn' };

/** What a session came to, and where that is now. */
export function OutcomeRow({ outcome, now, onTap, selected }: Props) {
  const { title, state, conclusion, townshipName, publishedAt } = outcome;
  return (
    <SummaryRow
      title={title}
      tags={[
        { text: CONCLUSION_LABELS[conclusion], tone: CONCLUSION_TONES[conclusion] },
        { text: stateLabel('outcome', state) },
      ]}
      facts={[townshipName, publishedAt === null ? null : `${sayDate(publishedAt, now)}公布`]}
      selected={selected}
      onTap={onTap}
    />
  );
}
