import { RESEARCH_METHOD_LABELS, type ResearchSummary, sayDate, sayDeadline, stateLabel } from '@consult/shared';
import { SummaryRow } from '@/components/SummaryRow';
import { researchTone } from '../research-tone';

interface Props {
  research: ResearchSummary;
  /** ms since 1970 */
  now: number;
  onTap(): void;
  /** The one that is open beside the list. */
  selected?: boolean;
}

/** One research in a list: how it is made, and when its report is due or was out. */
export function ResearchRow({ research, now, onTap, selected }: Props) {
  const { title, state, methods, dueAt, finishedAt } = research;
  return (
    <SummaryRow
      title={title}
      tags={[{ text: '会前调研' }, { text: stateLabel('research', state), tone: researchTone(state) }]}
      facts={[
        methods.map((method) => RESEARCH_METHOD_LABELS[method]).join('、'),
        dueAt === null ? null : `报告${sayDeadline(dueAt, now)}`,
        finishedAt === null ? null : `${sayDate(finishedAt, now)}公开摘要`,
      ]}
      selected={selected}
      onTap={onTap}
    />
  );
}
