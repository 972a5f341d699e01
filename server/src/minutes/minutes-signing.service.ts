import { holds, type MoveResult, minutesMachine, sayMoment, signingBlockedBy } from '@consult/shared';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { EventLog } from '../moves/event-log.js';
import { BY_SYSTEM } from '../moves/mover.js';
import { TodoList } from '../moves/todo-list.js';
import { SessionMoves } from '../sessions/session-moves.js';
import { TopicsRepository } from '../topics/topics.repository.js';
import { MinutesEntity, MinutesSignatureEntity } from './minutes.entity.js';
import { MinutesRepository } from './minutes.repository.js';
import { MinutesAccess } from './minutes-access.js';
import { MinutesMoves } from './minutes-moves.js';
import { MINUTES_PUBLISHED, type MinutesPublishedListener } from './minutes-published.js';
import { MinutesRevisions } from './minutes-revisions.repository.js';
import { sealOf } from './minutes-seal.js';

/** 核签 and publication. */
@Injectable()
export class MinutesSigning {
  constructor(
    private readonly access: MinutesAccess,
    private readonly moves: MinutesMoves,
    private readonly minutes: MinutesRepository,
    private readonly revisions: MinutesRevisions,
    private readonly sessionMoves: SessionMoves,
    private readonly topics: TopicsRepository,
    private readonly events: EventLog,
    private readonly todos: TodoList,
    @Optional() @Inject(MINUTES_PUBLISHED) private readonly listeners: readonly MinutesPublishedListener[] = [],
  ) {}

  /**
   * One signature; the last one countersigns the minutes.
   * @throws MOVE.NOT_POSSIBLE, MINUTES.OBJECTION_PERIOD, MINUTES.OPEN_OBJECTIONS, MINUTES.ALREADY_SIGNED
   */
  async sign(ctx: RequestContext, id: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { minutes, held } = view;
    if (!holds('minutes.sign', held)) throw new CodedError('AUTH.FORBIDDEN');
    const personId = actorOf(ctx).id;
    const signed = new Set((await this.minutes.signatures(ctx.db, id)).map((signature) => signature.personId));
    if (signed.has(personId)) throw new CodedError('MINUTES.ALREADY_SIGNED');
    await this.checkOpen(ctx, minutes);
    await ctx.db.insert(MinutesSignatureEntity, { minutesId: id, personId, signedAt: ctx.now });
    await this.todos.clear(ctx, 'minutes', id, personId);
    await this.events.note(ctx, minutes, {
      kind: 'minutes',
      action: 'sign',
      capacity: 'signatory',
      isPublic: false,
      topicIds: await this.moves.topicIdsOf(ctx, minutes),
    });
    signed.add(personId);
    if (minutes.signatoryIds.every((signatory) => signed.has(signatory))) {
      return this.moves.move(ctx, view, 'countersign');
    }
    return { id, state: minutes.state };
  }

  /** With the first version its session is on record (已出纪要). @throws what Mover.move throws */
  async publish(ctx: RequestContext, id: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { minutes, session } = view;
    const result = await this.moves.move(ctx, view, 'publish', { patch: await this.sealed(ctx, minutes) });
    await this.revisions.forget(ctx.db, id);
    if (minutes.version === 1) await this.sessionMoves.move(ctx, session, 'record', BY_SYSTEM);
    const topics = await this.topics.ofSession(ctx.db, session.id);
    for (const listener of this.listeners) await listener.minutesPublished(ctx, minutes, topics);
    return result;
  }

  /** What publication adds to a version: the moment, and what it can be told from a forged one by. */
  private async sealed(ctx: RequestContext, minutes: MinutesEntity): Promise<Partial<MinutesEntity>> {
    const versions = await this.minutes.versions(ctx.db, minutes.sessionId);
    const previous = versions.find((version) => version.digest !== null && version.version < minutes.version);
    const signatures = await this.minutes.signatures(ctx.db, minutes.id);
    const published = Object.assign(new MinutesEntity(), minutes, { publishedAt: ctx.now });
    const { digest, previousDigest, code } = sealOf(published, signatures, previous?.digest ?? null);
    return { publishedAt: ctx.now, digest, previousDigest, verifyCode: code };
  }

  private async checkOpen(ctx: RequestContext, { id, state, objectionEndsAt }: MinutesEntity): Promise<void> {
    if (state !== 'objection' || objectionEndsAt === null) {
      const label = minutesMachine.states[state].label;
      throw new CodedError('MOVE.NOT_POSSIBLE', { state: label, stateCode: state, action: '核签' });
    }
    const openObjections = await this.minutes.openObjections(ctx.db, id);
    const blocked = signingBlockedBy({ now: ctx.now, objectionEndsAt, openObjections });
    if (blocked === 'objection_period') {
      throw new CodedError('MINUTES.OBJECTION_PERIOD', { until: sayMoment(objectionEndsAt, ctx.now) });
    }
    if (blocked === 'open_objections') throw new CodedError('MINUTES.OPEN_OBJECTIONS', { count: openObjections });
  }
}
