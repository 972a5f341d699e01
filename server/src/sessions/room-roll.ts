import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { LiveLog } from '../live/live-log.js';
import { SessionsRepository } from './sessions.repository.js';
import { totals } from './totals.js';

/** What whoever watches an open session sees of its list. */
@Injectable()
export class RoomRoll {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly live: LiveLog,
  ) {}

  /** Shows that somebody is there or not, and how many are on the list now; nothing where the session is not open. */
  async show(ctx: RequestContext, sessionId: string, participantId: string, here: boolean): Promise<void> {
    const log = await this.live.tryLock(ctx, sessionId);
    if (log === null) return;
    const counts = totals(await this.sessions.counts(ctx.db, sessionId));
    await this.live.append(ctx, log, { kind: 'roll', participantId, here, ...counts });
  }
}
