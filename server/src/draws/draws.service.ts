import { randomBytes } from 'node:crypto';
import {
  type Created,
  DRAW_LIMITS,
  DRAW_STATES,
  holds,
  type MoveResult,
  type NoteAction,
  stateLabel,
} from '@consult/shared';
import { draw as drawFrom, sha256Hex } from '@consult/shared/draw';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { EventLog } from '../moves/event-log.js';
import { Seats } from '../sessions/seats.js';
import { ParticipantEntity } from '../sessions/session.entity.js';
import { SessionAccess, type SessionInView } from '../sessions/session-access.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { DrawEntryEntity, SessionDrawEntity } from './draw.entity.js';
import { DrawPool } from './draw-pool.service.js';
import type { DrawInputDto } from './draws.dto.js';

/**
 * Draws that anybody can repeat: the digest of the seed is shown before there is a pool, the seed with the result.
 */
@Injectable()
export class Draws {
  constructor(
    private readonly access: SessionAccess,
    private readonly sessions: SessionsRepository,
    private readonly pool: DrawPool,
    private readonly seats: Seats,
    private readonly events: EventLog,
  ) {}

  /**
   * Opens a pool under a fresh seed. One after a draw takes over who was in the pool, with their tickets.
   * @throws AUTH.FORBIDDEN, SESSION.NOT_EDITABLE, DRAW.OPEN, DRAW.SEATS, DRAW.TOO_OFTEN, REQUEST.INVALID for another
   *   round without a reason
   */
  async open(ctx: RequestContext, sessionId: string, { quotas, reason }: DrawInputDto): Promise<Created> {
    const view = await this.lock(ctx, sessionId);
    const [before] = await ctx.db.find(SessionDrawEntity, { where: { sessionId }, order: { round: 'DESC' }, take: 1 });
    if (before?.state === 'open') throw new CodedError('DRAW.OPEN');
    if (before !== undefined && reason === undefined) {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'reason', message: '请写明为什么重新抽取' }] });
    }
    const round = (before?.round ?? 0) + 1;
    if (round > DRAW_LIMITS.roundsMax) throw new CodedError('DRAW.TOO_OFTEN', { max: DRAW_LIMITS.roundsMax });
    await this.checkSeats(
      ctx,
      view,
      quotas.reduce((sum, { count }) => sum + count, 0),
    );
    const seed = randomBytes(32).toString('hex');
    const id = newId(ctx.now);
    await ctx.db.insert(SessionDrawEntity, {
      id,
      sessionId,
      round,
      state: 'open',
      quotas,
      seed,
      seedHash: sha256Hex(seed),
      reason: before === undefined ? null : (reason ?? null),
      nextTicket: before?.nextTicket ?? 1,
      drawn: [],
      openedBy: actorOf(ctx).id,
      openedAt: ctx.now,
      drawnAt: null,
    });
    if (before !== undefined) await this.takeOver(ctx, before.id, id);
    await this.note(ctx, view, before === undefined ? 'open_draw' : 'redraw', { drawId: id }, reason);
    return { id };
  }

  /**
   * Closes the pool, draws from it, and gives the drawn their seats; those of an earlier round give theirs back.
   * @throws AUTH.FORBIDDEN, SESSION.NOT_EDITABLE, DRAW.NONE_OPEN, DRAW.NOBODY
   */
  async draw(ctx: RequestContext, sessionId: string): Promise<MoveResult> {
    const view = await this.lock(ctx, sessionId);
    const { session } = view;
    const open = await this.pool.openOne(ctx, sessionId);
    const entries = await ctx.db.findBy(DrawEntryEntity, { drawId: open.id });
    if (entries.length === 0) throw new CodedError('DRAW.NOBODY');
    const result = drawFrom(open.seed, entries, open.quotas);
    const drawn = result.flatMap(({ tickets }) => tickets);
    const byTicket = new Map(entries.map((entry) => [entry.ticket, entry]));
    const chosen = drawn.flatMap((ticket) => byTicket.get(ticket) ?? []);
    await this.release(ctx, view, new Set(chosen.map(({ personId }) => personId)));
    for (const { personId, category } of chosen) {
      await this.seats.take(ctx, session, { personId, category, origin: 'drawn' });
      await this.note(ctx, view, 'drawn', { personId, category });
    }
    // Until here the seats of the draw were kept; what it leaves goes to who waits.
    await ctx.db.update(SessionDrawEntity, { id: open.id }, { state: 'drawn', drawn, drawnAt: ctx.now });
    await this.seats.settle(ctx, session);
    await this.note(ctx, view, 'draw', { drawId: open.id, drawn });
    return { id: sessionId, state: session.state };
  }

  private async lock(ctx: RequestContext, sessionId: string): Promise<SessionInView> {
    const view = await this.access.lock(ctx, sessionId);
    if (!holds('session.draw', view.held)) throw new CodedError('AUTH.FORBIDDEN');
    const { state, startsAt } = view.session;
    if (!DRAW_STATES.includes(state) || startsAt <= ctx.now) {
      throw new CodedError('SESSION.NOT_EDITABLE', { state: stateLabel('session', state), stateCode: state });
    }
    return view;
  }

  /** The drawn get seats; those that an earlier round gave are free again. */
  private async checkSeats(ctx: RequestContext, { session }: SessionInView, wanted: number): Promise<void> {
    const held = await ctx.db.countBy(ParticipantEntity, {
      sessionId: session.id,
      seating: 'seated',
      origin: 'drawn',
    });
    const free = session.seats - session.seated + held;
    if (wanted > free) throw new CodedError('DRAW.SEATS', { free: Math.max(0, free) });
  }

  private async takeOver(ctx: RequestContext, fromId: string, drawId: string): Promise<void> {
    const entries = await ctx.db.findBy(DrawEntryEntity, { drawId: fromId });
    for (const { personId, category, ticket, createdAt } of entries) {
      await ctx.db.insert(DrawEntryEntity, { id: newId(ctx.now), drawId, personId, category, ticket, createdAt });
    }
  }

  private async release(ctx: RequestContext, view: SessionInView, keep: ReadonlySet<string>): Promise<void> {
    const sessionId = view.session.id;
    const before = await ctx.db.findBy(ParticipantEntity, {
      sessionId,
      origin: 'drawn',
      seating: In(['seated', 'waiting']),
    });
    for (const { id, personId, category } of before) {
      if (personId === null || keep.has(personId)) continue;
      await this.seats.giveBack(ctx, view.session, id);
      await this.note(ctx, view, 'uninvite', { personId, category });
    }
  }

  /** That there is a draw, and why there is another one, is for everyone; who was drawn is not. */
  private async note(
    ctx: RequestContext,
    { session, held }: SessionInView,
    action: NoteAction,
    data: Record<string, unknown>,
    reason: string | null = null,
  ): Promise<void> {
    const isPublic = action !== 'drawn' && action !== 'uninvite';
    const topics = isPublic ? await this.sessions.topicsOf(ctx.db, session.id) : [];
    await this.events.note(ctx, session, {
      kind: 'session',
      action,
      capacity: held.has('convener') ? 'convener' : 'initiator',
      reason,
      isPublic,
      reasonPublic: reason !== null,
      data,
      topicIds: topics.map((topic) => topic.id),
    });
  }
}
