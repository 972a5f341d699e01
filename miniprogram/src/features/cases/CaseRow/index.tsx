import { type CaseSummary, sayDate, stateLabel } from '@consult/shared';
import { SummaryRow } from '@/components/SummaryRow';
import { caseTone } from '../case-tone';

interface Props {
  item: CaseSummary;
  /** Now, ms since 1970. */
  now: number;
  onTap(): void;
  /** The one that is open beside the list. */
  selected?: boolean;
}

/** One case in a list: what it is about and how it begins. */
export function CaseRow({ item, now, onTap, selected = false }: Props) {
  const { title, category, state, lead, townshipName, featuredAt } = item;
  return (
    <SummaryRow
      title={title}
      tags={[
        { text: category, tone: 'neutral' },
        ...(state === 'featured' ? [] : [{ text: stateLabel('case', state), tone: caseTone(state) }]),
      ]}
      facts={[
        lead === '' ? null : lead,
        featuredAt === null ? townshipName : `${townshipName} ${sayDate(featuredAt, now)}入选`,
      ]}
      selected={selected}
      onTap={onTap}
    />
  );
}
