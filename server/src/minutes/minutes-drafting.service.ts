import { type Created, chinaDate, holds, type MoveResult, minutesMachine, stateLabel } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { EventLog } from '../moves/event-log.js';
import { PeopleRepository } from '../people/people.repository.js';
import { SessionAccess } from '../sessions/session-access.js';
import { SessionMoves } from '../sessions/session-moves.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { MinutesEntity } from './minutes.entity.js';
import { MinutesRepository } from './minutes.repository.js';
import { MinutesAccess } from './minutes-access.js';
import { MinutesMoves } from './minutes-moves.js';
import { MinutesPrefill } from './minutes-prefill.js';
import { MinutesRevisions } from './minutes-revisions.repository.js';

/** How a version of minutes comes into being: when its session ends, or to correct the one before. */
@Injectable()
export class MinutesDrafting {
  constructor(
    private readonly access: MinutesAccess,
    private readonly moves: MinutesMoves,
    private readonly minutes: MinutesRepository,
    private readonly sessionAccess: SessionAccess,
    private readonly sessionMoves: SessionMoves,
    private readonly sessions: SessionsRepository,
    private readonly people: PeopleRepository,
    private readonly events: EventLog,
    private readonly prefill: MinutesPrefill,
    private readonly revisions: MinutesRevisions,
  ) {}

  /** Ends a session and begins its minutes with all that is known already. @throws what Mover.move throws */
  async endSession(ctx: RequestContext, sessionId: string): Promise<MoveResult> {
    const { session, held } = await this.sessionAccess.lock(ctx, sessionId);
    const result = await this.sessionMoves.move(ctx, session, 'end', held);
    const { county, township } = session;
    const year = chinaDate(session.startsAt).slice(0, 4);
    const name = await this.people.names(ctx.db, [session.chairId, session.recorderId]);
    const draft = Object.assign(new MinutesEntity(), {
      id: newId(ctx.now),
      sessionId,
      county,
      township,
      number: await this.minutes.nextNumber(ctx.db, township, year),
      version: 1,
      sessionTitle: session.title,
      format: session.format,
      heldAt: session.startsAt,
      place: session.place,
      chairName: name(session.chairId),
      recorderId: session.recorderId,
      recorderName: name(session.recorderId),
      signatoryIds: session.signatoryIds,
      counts: await this.sessions.counts(ctx.db, sessionId),
      questions: session.questions,
      situation: '',
      departmentAnswers: [],
      consensus: [],
      dissent: [],
      noDissent: false,
      photoIds: [],
      ...(await this.prefill.of(ctx, session)),
      ...freshDraft(ctx),
    } satisfies MinutesEntity);
    await this.begin(ctx, draft);
    await this.events.note(ctx, draft, {
      kind: 'minutes',
      action: 'create',
      capacity: held.has('convener') ? 'convener' : 'initiator',
      isPublic: false,
      topicIds: await this.moves.topicIdsOf(ctx, draft),
    });
    return result;
  }

  /**
   * 更正: a new version that starts as a draft with the old one's text; the old one stays published.
   * @throws MOVE.NOT_POSSIBLE, MINUTES.SUPERSEDED, MINUTES.CORRECTION_OPEN
   */
  async correct(ctx: RequestContext, id: string, reason: string): Promise<Created> {
    const { minutes, held } = await this.access.lock(ctx, id);
    if (!holds('minutes.correct', held)) throw new CodedError('AUTH.FORBIDDEN');
    if (minutes.state !== 'published') {
      const state = { state: stateLabel('minutes', minutes.state), stateCode: minutes.state };
      throw new CodedError('MOVE.NOT_POSSIBLE', { ...state, action: '更正' });
    }
    const later = (await this.minutes.versions(ctx.db, minutes.sessionId)).filter((v) => v.version > minutes.version);
    if (later.some((version) => version.state === 'published')) throw new CodedError('MINUTES.SUPERSEDED');
    if (later.length > 0) throw new CodedError('MINUTES.CORRECTION_OPEN');
    const draft = Object.assign(new MinutesEntity(), minutes, {
      id: newId(ctx.now),
      version: minutes.version + 1,
      ...freshDraft(ctx),
    });
    await this.begin(ctx, draft);
    await this.events.note(ctx, draft, {
      kind: 'minutes',
      action: 'correct',
      capacity: 'convener',
      reason,
      isPublic: true,
      reasonPublic: true,
      topicIds: await this.moves.topicIdsOf(ctx, draft),
    });
    return { id: draft.id };
  }

  private async begin(ctx: RequestContext, draft: MinutesEntity): Promise<void> {
    draft.dueAt = await this.moves.begin(ctx, draft);
    await ctx.db.insert(MinutesEntity, draft);
    await this.revisions.keep(ctx, draft, draft);
  }
}

function freshDraft({ now }: RequestContext) {
  return {
    state: minutesMachine.initial,
    revision: 0,
    content: 'passed' as const,
    digest: null,
    previousDigest: null,
    verifyCode: null,
    objectionEndsAt: null,
    publishedAt: null,
    dueAt: null,
    createdAt: now,
    movedAt: now,
  };
}
