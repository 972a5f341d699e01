import {
  GIVE_BACK_STATES,
  GONE_NAME,
  GUEST_LIMITS,
  holds,
  type InviteOrigin,
  isSignUpOpen,
  LIST_STATES,
  type MoveResult,
  type Page,
  type ParticipantCategory,
  type Seating,
  type SessionParticipant,
  type SessionPlace,
  type SessionState,
  signUpCategories,
  stateLabel,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import type { PageQueryDto } from '../common/paging/page.dto.js';
import { toPage } from '../common/paging/page.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { EventLog } from '../moves/event-log.js';
import { ListedNames } from './listed-names.js';
import { ReservedSeats } from './reserved-seats.js';
import { RoomRoll } from './room-roll.js';
import { Seats } from './seats.js';
import { ParticipantEntity, type SessionEntity } from './session.entity.js';
import { SessionAccess, type SessionInView } from './session-access.js';
import { SessionPeople } from './session-people.js';
import type { SessionGuestDto, SessionInviteDto, SessionSignUpDto } from './sessions.dto.js';
import { type ParticipantRow, SessionsRepository } from './sessions.repository.js';

/** Who comes: people sign themselves up, the convener invites and takes off the list. */
@Injectable()
export class Participants {
  constructor(
    private readonly access: SessionAccess,
    private readonly seats: Seats,
    private readonly people: SessionPeople,
    private readonly sessions: SessionsRepository,
    private readonly events: EventLog,
    private readonly reserved: ReservedSeats,
    private readonly names: ListedNames,
    private readonly words: BlockedWords,
    private readonly room: RoomRoll,
  ) {}

  /**
   * A seat while there is one, else a place in the queue.
   * @throws REGION.OUTSIDE, SESSION.SIGN_UP_CLOSED, SESSION.ALREADY_LISTED, REQUEST.INVALID for a category that is
   *   somebody else's office
   */
  async signUp(ctx: RequestContext, id: string, { category }: SessionSignUpDto): Promise<SessionPlace> {
    const { session, held, mine } = await this.access.lock(ctx, id);
    if (!holds('session.sign_up', held)) throw new CodedError('REGION.OUTSIDE');
    if (!isSignUpOpen(session, ctx.now)) throw new CodedError('SESSION.SIGN_UP_CLOSED');
    if (mine !== null && mine.seating !== 'cancelled') throw new CodedError('SESSION.ALREADY_LISTED');
    if (!signUpCategories(held).includes(category)) {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'category', message: '请按本人身份选择类别' }] });
    }
    return this.seats.take(ctx, session, { personId: actorOf(ctx).id, category, origin: 'signed_up' });
  }

  /** Gives one's own seat back, however one came by it. @throws SESSION.NOT_LISTED, SESSION.NOT_EDITABLE */
  async withdraw(ctx: RequestContext, id: string): Promise<MoveResult> {
    const { session, mine } = await this.access.lock(ctx, id);
    if (mine === null || mine.seating === 'cancelled') throw new CodedError('SESSION.NOT_LISTED');
    checkState(session, GIVE_BACK_STATES);
    await this.seats.giveBack(ctx, session, mine.id);
    return { id, state: session.state };
  }

  /** @throws SESSION.NOT_EDITABLE, SESSION.ALREADY_LISTED, SESSION.FULL, REQUEST.INVALID for an unknown person */
  async invite(
    ctx: RequestContext,
    id: string,
    { personId, category, origin = 'invited', recommendedBy }: SessionInviteDto,
  ): Promise<SessionPlace> {
    const view = await this.lockForInviting(ctx, id);
    const { session } = view;
    const said = origin === 'recommended' ? { recommendedBy } : {};
    await this.words.refuse(ctx, session.township, [said.recommendedBy]);
    await this.people.check(ctx, session.township, { personId: [personId] });
    const listed = await ctx.db.findOneBy(ParticipantEntity, { sessionId: id, personId });
    if (listed !== null && listed.seating !== 'cancelled') throw new CodedError('SESSION.ALREADY_LISTED');
    await this.checkFree(ctx, session);
    const place = await this.seats.take(ctx, session, { personId, category, origin, said });
    await this.room.show(ctx, id, place.id, false);
    await this.note(ctx, view, 'invite', { personId, category, origin });
    return place;
  }

  /** @throws SESSION.NOT_EDITABLE, SESSION.FULL, SESSION.GUESTS_FULL, CONTENT.BLOCKED_WORD */
  async addGuest(
    ctx: RequestContext,
    id: string,
    { name, unit, category, origin = 'invited', recommendedBy }: SessionGuestDto,
  ): Promise<SessionPlace> {
    const view = await this.lockForInviting(ctx, id);
    const { session } = view;
    const said = { name, unit, ...(origin === 'recommended' && { recommendedBy }) };
    await this.words.refuse(ctx, session.township, Object.values(said));
    const max = GUEST_LIMITS.perSession;
    const others = { sessionId: id, personId: IsNull(), seating: Not<Seating>('cancelled') };
    if ((await ctx.db.countBy(ParticipantEntity, others)) >= max) throw new CodedError('SESSION.GUESTS_FULL', { max });
    await this.checkFree(ctx, session);
    const place = await this.seats.take(ctx, session, {
      personId: null,
      said,
      category,
      origin,
    });
    await this.room.show(ctx, id, place.id, false);
    await this.note(ctx, view, 'invite', { participantId: place.id, category, origin });
    return place;
  }

  /** @throws SESSION.NOT_EDITABLE, SESSION.NOT_LISTED */
  async remove(ctx: RequestContext, id: string, participantId: string): Promise<MoveResult> {
    const view = await this.lockForInviting(ctx, id);
    const { session } = view;
    const listed = await ctx.db.findOneBy(ParticipantEntity, { id: participantId, sessionId: id });
    if (listed === null || listed.seating === 'cancelled') throw new CodedError('SESSION.NOT_LISTED');
    await this.seats.giveBack(ctx, session, participantId);
    await this.room.show(ctx, id, participantId, false);
    const { personId, category } = listed;
    const who = personId === null ? { participantId } : { personId };
    await this.note(ctx, view, 'uninvite', { ...who, category });
    return { id, state: session.state };
  }

  /** The list: those with a seat, then those who wait. */
  async list(ctx: RequestContext, id: string, { after, limit }: PageQueryDto): Promise<Page<SessionParticipant>> {
    const { held } = await this.access.get(ctx, id);
    if (!holds('session.people', held)) throw new CodedError('AUTH.FORBIDDEN');
    const key = after === undefined ? null : parseSeatKey(after);
    const rows = await this.sessions.participants(ctx.db, id, key, limit + 1);
    const page = toPage(rows, limit, (row) => `${row.seating}_${row.id}`);
    return {
      nextAfter: page.nextAfter,
      items: page.items.map((row) => participantOf(row, this.names)),
    };
  }

  /** Who put whom on the list or took them off; names stay out of it, as they may be deleted. */
  private async note(
    ctx: RequestContext,
    { session, held }: SessionInView,
    action: 'invite' | 'uninvite',
    data: ({ personId: string } | { participantId: string }) & { category: ParticipantCategory; origin?: InviteOrigin },
  ): Promise<void> {
    await this.events.note(ctx, session, {
      kind: 'session',
      action,
      capacity: held.has('convener') ? 'convener' : 'initiator',
      isPublic: false,
      data,
      topicIds: [],
    });
  }

  private async checkFree({ db }: RequestContext, { id, seated, seats }: SessionEntity): Promise<void> {
    if (seated >= seats - (await this.reserved.of(db, id))) throw new CodedError('SESSION.FULL');
  }

  private async lockForInviting(ctx: RequestContext, id: string): Promise<SessionInView> {
    const view = await this.access.lock(ctx, id);
    if (!holds('session.invite', view.held)) throw new CodedError('AUTH.FORBIDDEN');
    checkState(view.session, LIST_STATES);
    return view;
  }
}

/** Somebody on the list, as the API tells of them. */
export function participantOf(row: ParticipantRow, names: ListedNames): SessionParticipant {
  const isGuest = row.person_id === null;
  return {
    id: row.id,
    personId: row.person_id,
    name: isGuest ? names.nameOf(row) : (row.name ?? GONE_NAME),
    unit: isGuest ? names.unitOf(row) : null,
    category: row.category,
    origin: row.origin,
    recommendedBy: names.recommenderOf(row),
    seating: row.seating,
    present: row.present === null ? null : Boolean(row.present),
  };
}

function checkState({ state }: SessionEntity, open: readonly SessionState[]): void {
  if (open.includes(state)) return;
  throw new CodedError('SESSION.NOT_EDITABLE', { state: stateLabel('session', state), stateCode: state });
}

function parseSeatKey(after: string): { seating: string; id: string } {
  const match = /^(seated|waiting)_([0-9A-Z]{26})$/.exec(after);
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'after', message: '翻页参数有误' }] });
  }
  return { seating: match[1], id: match[2] };
}
