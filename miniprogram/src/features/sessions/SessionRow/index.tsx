import {
  isSignUpOpen,
  type MySessionSummary,
  SESSION_FORMAT_LABELS,
  type SessionSummary,
  sayPeriod,
  stateLabel,
} from '@consult/shared';
import { SummaryRow } from '@/components/SummaryRow';
import { sessionTone } from '../session-tone';

interface Props {
  session: SessionSummary | MySessionSummary;
  /** Now, ms since 1970. */
  now: number;
  onTap(): void;
  /** The one that is open beside the list. */
  selected?: boolean;
}

/** What the one who asks is to it. */
const MINE = { seated: '您在参会名单上', waiting: '您在候补名单上', running: '由您主持、记录或召集' } as const;

function saySeats(session: SessionSummary, now: number): string | null {
  const { seats, seated, waiting } = session;
  if (!isSignUpOpen(session, now)) return null;
  if (seated < seats) return `还有 ${seats - seated} 个席位`;
  return waiting > 0 ? `席位已满，${waiting} 人候补` : '席位已满，可以候补';
}

/** One session in a list: when, where, and whether there is still a seat. */
export function SessionRow({ session, now, onTap, selected }: Props) {
  return (
    <SummaryRow
      title={session.title}
      tags={[
        { text: stateLabel('session', session.state), tone: sessionTone(session.state) },
        { text: SESSION_FORMAT_LABELS[session.format] },
      ]}
      facts={[
        sayPeriod(session.startsAt, session.endsAt, now),
        `${session.townshipName} ${session.place}`,
        'mySeating' in session ? MINE[session.mySeating ?? 'running'] : saySeats(session, now),
      ]}
      selected={selected}
      onTap={onTap}
    />
  );
}
