import { type InboxGroup, ITEM_KIND_LABELS, inboxGroup, sayDate, sayDeadline, type TodoView } from '@consult/shared';
import { SummaryRow } from '@/components/SummaryRow';
import type { Tone } from '@/components/Tag';

const TONES: Readonly<Record<InboxGroup, Tone>> = { overdue: 'danger', week: 'warn', later: 'neutral' };

interface Props {
  todo: TodoView;
  /** Now, ms since 1970. */
  now: number;
  onTap(): void;
  /** The one that is open beside the list. */
  selected?: boolean;
}

/** One piece of work: what has to be done with what, and by when. */
export function TodoRow({ todo, now, onTap, selected }: Props) {
  const { kind, does, title, townshipName, dueAt } = todo;
  return (
    <SummaryRow
      title={title}
      tags={[
        { text: does, tone: 'primary' },
        { text: sayDeadline(dueAt, now), tone: TONES[inboxGroup(dueAt, now)] },
      ]}
      facts={[ITEM_KIND_LABELS[kind], townshipName, `${sayDate(dueAt, now)}到期`]}
      selected={selected}
      onTap={onTap}
    />
  );
}
