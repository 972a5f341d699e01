import {
  DRAW_LIMITS,
  DRAW_STATES,
  type DrawTicket,
  entryCategories,
  holds,
  type MoveResult,
  type SessionDraw,
  type SessionDraws,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { SessionAccess, type SessionInView } from '../sessions/session-access.js';
import { DrawEntryEntity, SessionDrawEntity } from './draw.entity.js';
import type { DrawEntryDto } from './draws.dto.js';

/** Who is willing to be drawn; everyone sees the tickets, nobody the names. */
@Injectable()
export class DrawPool {
  constructor(private readonly access: SessionAccess) {}

  /** @throws ITEM.NOT_FOUND */
  async list(ctx: RequestContext, sessionId: string): Promise<SessionDraws> {
    const view = await this.access.get(ctx, sessionId);
    const draws = await ctx.db.find(SessionDrawEntity, { where: { sessionId }, order: { round: 'DESC' } });
    const entries = await ctx.db.find(DrawEntryEntity, {
      where: { drawId: In(draws.map(({ id }) => id)) },
      order: { ticket: 'ASC' },
    });
    const items = draws.map((draw) => drawView(ctx, draw, entries));
    const entering = items[0]?.state === 'open' && items[0].mine === null && mayEnter(view, ctx.now);
    return {
      items,
      mayEnterAs: entering ? entryCategories(view.held, items[0]?.quotas ?? []) : [],
      canManage: holds('session.draw', view.held) && DRAW_STATES.includes(view.session.state),
    };
  }

  /**
   * 愿意参加: a ticket in the open pool.
   * @throws REGION.OUTSIDE, DRAW.NONE_OPEN, DRAW.CLOSED, DRAW.FULL, SESSION.ALREADY_LISTED for who has a seat or has
   *   entered, REQUEST.INVALID for a category that is somebody else's office or is not drawn
   */
  async enter(ctx: RequestContext, sessionId: string, { category }: DrawEntryDto): Promise<DrawTicket> {
    const view = await this.access.lock(ctx, sessionId);
    if (!holds('session.sign_up', view.held)) throw new CodedError('REGION.OUTSIDE');
    const draw = await this.openOne(ctx, sessionId);
    if (!DRAW_STATES.includes(view.session.state) || view.session.startsAt <= ctx.now) {
      throw new CodedError('DRAW.CLOSED');
    }
    const personId = actorOf(ctx).id;
    const entered = await ctx.db.existsBy(DrawEntryEntity, { drawId: draw.id, personId });
    if (entered || !mayEnter(view, ctx.now)) throw new CodedError('SESSION.ALREADY_LISTED');
    if (!entryCategories(view.held, draw.quotas).includes(category)) {
      throw new CodedError('REQUEST.INVALID', {
        fields: [{ field: 'category', message: '请按本人身份，从要抽的类别里选' }],
      });
    }
    if ((await ctx.db.countBy(DrawEntryEntity, { drawId: draw.id })) >= DRAW_LIMITS.poolMax) {
      throw new CodedError('DRAW.FULL');
    }
    const ticket = draw.nextTicket;
    await ctx.db.update(SessionDrawEntity, { id: draw.id }, { nextTicket: ticket + 1 });
    const entry = { id: newId(ctx.now), drawId: draw.id, personId, category, ticket, createdAt: ctx.now };
    await ctx.db.insert(DrawEntryEntity, entry);
    return { ticket, category };
  }

  /** Takes one's ticket out of the open pool. @throws DRAW.NONE_OPEN, DRAW.NOT_ENTERED */
  async leave(ctx: RequestContext, sessionId: string): Promise<MoveResult> {
    const { session } = await this.access.lock(ctx, sessionId);
    const draw = await this.openOne(ctx, sessionId);
    const { affected } = await ctx.db.delete(DrawEntryEntity, { drawId: draw.id, personId: actorOf(ctx).id });
    if (affected !== 1) throw new CodedError('DRAW.NOT_ENTERED');
    return { id: sessionId, state: session.state };
  }

  /** The draw whose pool is open; the caller holds the session. @throws DRAW.NONE_OPEN */
  async openOne(ctx: RequestContext, sessionId: string): Promise<SessionDrawEntity> {
    const draw = await ctx.db.findOneBy(SessionDrawEntity, { sessionId, state: 'open' });
    if (draw === null) throw new CodedError('DRAW.NONE_OPEN');
    return draw;
  }
}

/** Who is on the list already need not be drawn; who was drawn before may be again. */
function mayEnter({ session, held, mine }: SessionInView, now: number): boolean {
  const listed = mine !== null && mine.seating === 'seated' && mine.origin !== 'drawn';
  return !listed && holds('session.sign_up', held) && DRAW_STATES.includes(session.state) && session.startsAt > now;
}

function drawView(ctx: RequestContext, draw: SessionDrawEntity, entries: readonly DrawEntryEntity[]): SessionDraw {
  const { id, round, state, quotas, seedHash, reason, openedAt, drawnAt, drawn } = draw;
  const own = entries.filter((entry) => entry.drawId === id);
  const ticketOf = ({ ticket, category }: DrawEntryEntity): DrawTicket => ({ ticket, category });
  const mine = own.find(({ personId }) => personId === ctx.actor?.id);
  return {
    id,
    round,
    state,
    quotas,
    seedHash,
    seed: state === 'drawn' ? draw.seed : null,
    reason,
    openedAt,
    drawnAt,
    pool: own.map(ticketOf),
    drawn,
    mine: mine === undefined ? null : ticketOf(mine),
  };
}
