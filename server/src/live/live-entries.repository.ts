import { GONE_NAME, type LiveChange, type LiveEntry, type RoomPresence } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ListedNames } from '../sessions/listed-names.js';

/** Entries read at once. */
const BATCH = 1_000;

interface EntryRow {
  session_id: string;
  seq: number;
  at: number | string;
  kind: LiveChange['kind'];
  body: string;
  person_id: string | null;
  name: string | null;
}

/** The rest of an entry, see LiveEntryEntity.body. */
type EntryBody = Record<string, unknown> & { who?: { participantId: string } | null };

@Injectable()
export class LiveEntriesRepository {
  constructor(private readonly names: ListedNames) {}

  /** The entries of a session after `seq`, in order, with the names as they are now. */
  async after(db: EntityManager, sessionId: string, seq: number, limit: number): Promise<LiveEntry[]> {
    const rows: EntryRow[] = await db.query(
      `SELECT e.seq, e.at, e.kind, e.body, e.person_id, n.name FROM live_entries e LEFT JOIN people n ON n.id = e.person_id
       WHERE e.session_id = ? AND e.seq > ? ORDER BY e.seq LIMIT ?`,
      [sessionId, seq, limit],
    );
    const entries = rows.map((row) => ({ row, change: JSON.parse(row.body) as EntryBody }));
    const guests = entries.flatMap(({ row, change }) =>
      row.person_id === null ? (change.who?.participantId ?? []) : [],
    );
    const names = await this.guestNames(db, guests);
    return entries.map(({ row, change }) => entryOf(row, change, names));
  }

  /** The same up to the last one, some at a time. */
  async *batches(db: EntityManager, sessionId: string, seq: number): AsyncGenerator<LiveEntry[]> {
    for (let after = seq; ; ) {
      const more = await this.after(db, sessionId, after, BATCH);
      yield more;
      const last = more[more.length - 1];
      if (more.length < BATCH || last === undefined) return;
      after = last.seq;
    }
  }

  /** What those are called whom no account names, by their place on the list. */
  private async guestNames(db: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const unique = [...new Set(ids)];
    const rows: { id: string; guest_name: string | null }[] = await db.query(
      `SELECT id, guest_name FROM participants WHERE id IN (${unique.map(() => '?').join(', ')})`,
      unique,
    );
    return new Map(rows.map((row) => [row.id, this.names.nameOf(row)]));
  }

  /** The last seq of each of these logs; who has none is missing. */
  async lastSeqs(db: EntityManager, sessionIds: readonly string[]): Promise<{ id: string; seq: number }[]> {
    if (sessionIds.length === 0) return [];
    const marks = sessionIds.map(() => '?').join(', ');
    return db.query(`SELECT id, seq FROM live_sessions WHERE id IN (${marks})`, [...sessionIds]);
  }

  /** How many have voted for each option of a poll. */
  async counts(db: EntityManager, pollId: string, options: number): Promise<number[]> {
    const rows: { choice: number; n: number }[] = await db.query(
      'SELECT v.choice AS choice, COUNT(*) AS n FROM live_votes v WHERE v.poll_id = ? GROUP BY v.choice',
      [pollId],
    );
    return Array.from({ length: options }, (_, i) => Number(rows.find(({ choice }) => Number(choice) === i)?.n ?? 0));
  }

  /** How many of the session's list are there, and how many of them have voted in a poll. */
  async roomPresence(db: EntityManager, sessionId: string, pollId: string): Promise<RoomPresence> {
    const [row]: { present: number; voted: number }[] = await db.query(
      `SELECT COUNT(*) AS present, COUNT(v.person_id) AS voted FROM participants p
       LEFT JOIN live_votes v ON v.poll_id = ? AND v.person_id = p.person_id
       WHERE p.session_id = ? AND p.seating = 'seated' AND p.present = 1`,
      [pollId, sessionId],
    );
    return { present: Number(row?.present ?? 0), voted: Number(row?.voted ?? 0) };
  }

  /** How many points somebody has written in a session, those withdrawn too. */
  async pointsOf(db: EntityManager, sessionId: string, personId: string): Promise<number> {
    const [row]: { n: number }[] = await db.query(
      `SELECT COUNT(*) AS n FROM live_entries WHERE person_id = ? AND session_id = ? AND kind = 'point'`,
      [personId, sessionId],
    );
    return Number(row?.n ?? 0);
  }
}

function entryOf(
  { seq, at, kind, person_id, name }: EntryRow,
  change: EntryBody,
  guests: ReadonlyMap<string, string>,
): LiveEntry {
  const { who: said } = change;
  const isGuest = person_id === null;
  const who = said && {
    ...said,
    name: (isGuest ? guests.get(said.participantId) : name) ?? GONE_NAME,
    ...(isGuest && { guest: true }),
  };
  return { seq: Number(seq), at: Number(at), kind, ...change, ...('who' in change && { who }) } as LiveEntry;
}
