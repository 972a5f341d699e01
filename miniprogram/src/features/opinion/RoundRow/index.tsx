import { type RoundSummary, sayDate, stateLabel } from '@consult/shared';
import { SummaryRow } from '@/components/SummaryRow';
import { roundTone } from '../round-tone';

interface Props {
  round: RoundSummary;
  /** Now, ms since 1970. */
  now: number;
  onTap(): void;
  /** The one that is open beside the list. */
  selected?: boolean;
}

/** One round in a list: what about, until when, how many take part. */
export function RoundRow({ round, now, onTap, selected }: Props) {
  return (
    <SummaryRow
      title={round.title}
      tags={[{ text: stateLabel('round', round.state), tone: roundTone(round.state) }, { text: '网络议政' }]}
      facts={[sayPeople(round), sayWhen(round, now), round.townshipName]}
      selected={selected}
      onTap={onTap}
    />
  );
}

const sayPeople = ({ people, statements }: RoundSummary): string =>
  people === 0 ? `${statements} 条看法，等您第一个表态` : `${people} 人参与，${statements} 条看法`;

/** Until when one can answer, or since when no more. */
export function sayWhen({ state, opensAt, closesAt }: RoundSummary, now: number): string | null {
  if (state === 'open') return `${sayDate(closesAt, now)}截止`;
  if (state === 'draft') return `计划 ${sayDate(opensAt, now)}开始`;
  return state === 'closed' ? `${sayDate(closesAt, now)}已结束` : null;
}
