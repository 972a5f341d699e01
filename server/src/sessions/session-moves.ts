import { type Capacity, type MoveResult, type SessionAction, seesTo, sessionMachine } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { LiveLog } from '../live/live-log.js';
import { Mover } from '../moves/mover.js';
import type { SessionEntity } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';
import { totals } from './totals.js';

/** Every move of a session. */
@Injectable()
export class SessionMoves {
  constructor(
    private readonly mover: Mover,
    private readonly sessions: SessionsRepository,
    private readonly live: LiveLog,
  ) {}

  /** Moves the session and brings `session` up to date. @throws what Mover.move throws */
  async move(
    ctx: RequestContext,
    session: SessionEntity,
    action: SessionAction,
    held: ReadonlySet<Capacity>,
    reason?: string,
  ): Promise<MoveResult> {
    // Only the first notice counts: one that was postponed has been heard of.
    const first = action === 'announce' && session.announcedAt === null;
    const patch = first ? { announcedAt: ctx.now } : {};
    const from = session.state;
    const topics = await this.sessions.topicsOf(ctx.db, session.id);
    const state = await this.mover.move(ctx, {
      machine: sessionMachine,
      item: session,
      action,
      held,
      title: session.title,
      topicIds: topics.map((topic) => topic.id),
      reason,
      patch,
      ...whoSeesTo(session),
      // An announced session is to be opened in time, an open one to be closed in time.
      ownDueAt: action === 'announce' ? session.startsAt : session.endsAt,
    });
    Object.assign(session, patch, { state });
    if (state === 'in_progress') await this.open(ctx, session.id);
    else if (from === 'in_progress') await this.live.close(ctx, session.id);
    return { id: session.id, state };
  }

  private async open(ctx: RequestContext, id: string): Promise<void> {
    const counts = await this.sessions.counts(ctx.db, id);
    await this.live.open(ctx, id, totals(counts));
  }
}

/** Whom a move of the session leaves with it, see seesTo. */
export const whoSeesTo = ({ format, initiatorId }: Pick<SessionEntity, 'format' | 'initiatorId'>) => ({
  awaits: seesTo(format),
  related: { initiator: initiatorId },
});
