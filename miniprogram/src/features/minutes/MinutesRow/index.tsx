import { CONCLUSION_LABELS, type MinutesSummary, sayDate, stateLabel } from '@consult/shared';
import { SummaryRow } from '@/components/SummaryRow';
import { conclusionTone, minutesTone } from '../minutes-tone';

interface Props {
  minutes: MinutesSummary;
  /** Now, ms since 1970. */
  now: number;
  onTap(): void;
  /** The one that is open beside the list. */
  selected?: boolean;
}

/** One version of minutes in a list. */
export function MinutesRow({ minutes, now, onTap, selected }: Props) {
  const { state, conclusion, publishedAt, version } = minutes;
  const published = state === 'published';
  return (
    <SummaryRow
      title={minutes.sessionTitle}
      tags={
        published
          ? [{ text: CONCLUSION_LABELS[conclusion], tone: conclusionTone(conclusion) }]
          : [{ text: stateLabel('minutes', state), tone: minutesTone(state) }]
      }
      facts={[
        minutes.townshipName,
        publishedAt === null ? null : `${sayDate(publishedAt, now)}发布`,
        `编号 ${minutes.number}`,
        version > 1 ? `第 ${version} 版（更正）` : null,
      ]}
      selected={selected}
      onTap={onTap}
    />
  );
}
