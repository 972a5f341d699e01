import { type Capacity, type MoveResult, type SessionAction, sessionMachine } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { Mover } from '../moves/mover.js';
import type { SessionEntity } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';

/** Every move of a session. */
@Injectable()
export class SessionMoves {
  constructor(
    private readonly mover: Mover,
    private readonly sessions: SessionsRepository,
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
      // An announced session is to be opened in time, an open one to be closed in time.
      ownDueAt: action === 'announce' ? session.startsAt : session.endsAt,
    });
    Object.assign(session, patch, { state });
    return { id: session.id, state };
  }
}
