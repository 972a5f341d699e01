import { isRoomOver, LIVE_LIMITS, type LiveChange, type LiveState, type LiveWritten } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { Database } from '../database/database.js';
import { lockRow } from '../database/lock-row.js';
import { LiveEntryEntity, LiveSessionEntity } from './live.entity.js';
import { LiveEntriesRepository } from './live-entries.repository.js';
import { LiveSignals } from './live-signals.js';
import { LiveStates } from './live-states.js';

/** An open log whose row this transaction holds. */
export interface OpenLog {
  readonly row: LiveSessionEntity;
  /** As of when the row was taken. */
  readonly state: LiveState;
}

/** Whom an entry is about, and whether it says who made it. */
interface About {
  readonly personId?: string | null;
  readonly nobody?: true;
}

/** What is written whatever it costs: how a session ends. */
const ALWAYS: ReadonlySet<LiveChange['kind']> = new Set(['closed', 'poll_close']);

/**
 * The log of what happens in open sessions, to which is only ever added: one entry after another under the lock of the
 * session's row, each number once and none left out. Watchers are told when the transaction is committed.
 */
@Injectable()
export class LiveLog {
  constructor(
    private readonly database: Database,
    private readonly states: LiveStates,
    private readonly entries: LiveEntriesRepository,
    private readonly signals: LiveSignals,
  ) {}

  /** With the start of a session. */
  async open(ctx: RequestContext, id: string, { present, expected }: { present: number; expected: number }) {
    const row: LiveSessionEntity = { id, seq: 0, lastAt: ctx.now, closedAt: null };
    await ctx.db.insert(LiveSessionEntity, row);
    await this.append(ctx, { row }, { kind: 'opened', present, expected });
  }

  /** When a session is in progress no more; a poll still open is closed with it. */
  async close(ctx: RequestContext, id: string): Promise<void> {
    const log = await this.tryLock(ctx, id);
    if (log === null) return;
    const { poll } = log.state;
    if (poll !== null) {
      const { pollId, counts, room } = poll;
      // A session's end waits for nobody to count again: it only says that this cannot be right.
      const over = room !== null && isRoomOver(room.counts, await this.entries.roomPresence(ctx.db, id, pollId));
      await this.append(ctx, log, { kind: 'poll_close', pollId, counts, ...(over && { roomOver: true }) });
    }
    await this.append(ctx, log, { kind: 'closed' });
    await ctx.db.update(LiveSessionEntity, { id }, { closedAt: ctx.now });
  }

  /** Holds an open log until the transaction ends. @throws LIVE.CLOSED */
  async lock(ctx: RequestContext, id: string): Promise<OpenLog> {
    const log = await this.tryLock(ctx, id);
    if (log === null) throw new CodedError('LIVE.CLOSED');
    return log;
  }

  /** The same; null where it is not open. */
  async tryLock(ctx: RequestContext, id: string): Promise<OpenLog | null> {
    await lockRow(ctx.db, 'live_sessions', id);
    const row = await ctx.db.findOneBy(LiveSessionEntity, { id });
    if (row === null || row.closedAt !== null) return null;
    return { row, state: await this.states.of(ctx.db, id) };
  }

  /** Adds an entry to a log that is held. @throws LIVE.LOG_FULL */
  async append(
    ctx: RequestContext,
    { row }: Pick<OpenLog, 'row'>,
    change: LiveChange,
    { personId = null, nobody }: About = {},
  ): Promise<LiveWritten> {
    if (row.seq >= LIVE_LIMITS.entries && !ALWAYS.has(change.kind)) throw new CodedError('LIVE.LOG_FULL');
    const { id: sessionId } = row;
    row.seq += 1;
    // The moment of a request may lie before that of another one that took the row first.
    row.lastAt = Math.max(row.lastAt, ctx.now);
    const { seq, lastAt: at } = row;
    const { kind, ...body } = nameless(change);
    const actorId = nobody ? null : (ctx.actor?.id ?? null);
    await ctx.db.insert(LiveEntryEntity, { sessionId, seq, at, kind, actorId, personId, body });
    await ctx.db.update(LiveSessionEntity, { id: sessionId }, { seq, lastAt: at });
    this.database.afterCommit(ctx.db, () => this.signals.committed(sessionId, seq));
    return { seq };
  }
}

/** Names are kept in one place, from which they go when an account is deleted. */
function nameless(change: LiveChange): LiveChange {
  if (!('who' in change) || change.who === null) return change;
  const { name: _, ...who } = change.who;
  return { ...change, who } as LiveChange;
}
