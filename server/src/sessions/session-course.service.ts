import { isNoticeInTime, type MoveResult, mayStartNow, noticeDaysFor } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { MaterialsDeadline } from '../materials/materials-deadline.js';
import { Settings } from '../regions/settings.service.js';
import { SessionAccess } from './session-access.js';
import { SessionMoves } from './session-moves.js';
import { SessionTopics } from './session-topics.js';
import { SessionTopicsRepository } from './session-topics.repository.js';

/** The course of a session from its notice to its start, or to its end before it began. */
@Injectable()
export class SessionCourse {
  constructor(
    private readonly access: SessionAccess,
    private readonly moves: SessionMoves,
    private readonly topics: SessionTopics,
    private readonly sessionTopics: SessionTopicsRepository,
    private readonly settings: Settings,
    private readonly materials: MaterialsDeadline,
  ) {}

  /**
   * Gives notice of it, which brings its topics to the table.
   * @throws SESSION.PAST_DATE, SESSION.NOTICE_TOO_SHORT, and what SessionTopics.check throws
   */
  async announce(ctx: RequestContext, id: string): Promise<MoveResult> {
    const { session, held } = await this.access.lock(ctx, id);
    const result = await this.moves.move(ctx, session, 'announce', held);
    if (session.startsAt <= ctx.now) throw new CodedError('SESSION.PAST_DATE');
    const { thresholds } = await this.settings.of(ctx.db, session.township);
    const days = noticeDaysFor(session.format, thresholds);
    if (!isNoticeInTime({ startsAt: session.startsAt, now: ctx.now, days })) {
      throw new CodedError('SESSION.NOTICE_TOO_SHORT', { days });
    }
    await this.topics.bring(ctx, id, session.format);
    await this.materials.watch(ctx, session);
    return result;
  }

  /** @throws SESSION.NOT_STARTED_YET */
  async start(ctx: RequestContext, id: string): Promise<MoveResult> {
    const { session, held } = await this.access.lock(ctx, id);
    const result = await this.moves.move(ctx, session, 'start', held);
    if (!mayStartNow(session, ctx.now)) throw new CodedError('SESSION.NOT_STARTED_YET');
    return result;
  }

  async postpone(ctx: RequestContext, id: string, reason: string): Promise<MoveResult> {
    const { session, held } = await this.access.lock(ctx, id);
    return this.moves.move(ctx, session, 'postpone', held, reason);
  }

  /** Its topics wait for another session then. */
  async cancel(ctx: RequestContext, id: string, reason: string): Promise<MoveResult> {
    const { session, held } = await this.access.lock(ctx, id);
    const result = await this.moves.move(ctx, session, 'cancel', held, reason);
    await this.topics.letGo(ctx, await this.sessionTopics.idsOf(ctx.db, id));
    return result;
  }
}
