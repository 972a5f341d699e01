import type { SessionDetail } from '@consult/shared';
import { Section } from '@/components/Section';
import { MinutesRow } from '@/features/minutes/MinutesRow';
import { MINUTES_PAGES } from '@/features/minutes/minutes.pages';
import { NoConsensus } from '@/features/minutes/NoConsensus';
import { openPage } from '@/services/navigation';

/** What came of a session that is over: the first that people look for then. */
export function SessionMinutes({ minutes, now }: { minutes: SessionDetail['minutes']; now: number }) {
  if (minutes.length === 0) return null;
  return (
    <Section title="会议纪要">
      {minutes.find(({ state }) => state === 'published')?.conclusion === 'none' && <NoConsensus />}
      {minutes.map((one) => (
        <MinutesRow
          key={one.id}
          minutes={one}
          now={now}
          onTap={() => void openPage(MINUTES_PAGES.detail, { id: one.id })}
        />
      ))}
    </Section>
  );
}
