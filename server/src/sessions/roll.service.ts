import { holds, isDoorOpen, isRollOpen, type MoveResult, type SessionDoor } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { DoorCodes } from './door-codes.js';
import { RoomRoll } from './room-roll.js';
import { ParticipantEntity } from './session.entity.js';
import { SessionAccess } from './session-access.js';
import type { SessionRollDto } from './sessions.dto.js';
import { SessionsRepository } from './sessions.repository.js';

/** Where the code at the door leads, within the app. */
const CHECK_IN_PAGE = '/packages/sessions/check-in/index';

/** 签到: says who was there, for the minutes and nothing else; it is never scored. */
@Injectable()
export class Roll {
  constructor(
    private readonly access: SessionAccess,
    private readonly codes: DoorCodes,
    private readonly sessions: SessionsRepository,
    private readonly room: RoomRoll,
  ) {}

  /** The convener calls the roll. @throws SESSION.ROLL_CLOSED, SESSION.ROLL_IN_MINUTES, SESSION.NOT_LISTED, SESSION.WAITING */
  async mark(ctx: RequestContext, id: string, { participantId, present }: SessionRollDto): Promise<MoveResult> {
    const { session, held } = await this.access.lock(ctx, id);
    if (!holds('session.roll', held)) throw new CodedError('AUTH.FORBIDDEN');
    if (!isRollOpen(session, ctx.now)) throw new CodedError('SESSION.ROLL_CLOSED');
    // What they say of who was there has been read by those who were.
    if (await this.sessions.hasMinutesOut(ctx.db, id)) throw new CodedError('SESSION.ROLL_IN_MINUTES');
    const listed = await ctx.db.findOneBy(ParticipantEntity, { id: participantId, sessionId: id });
    await this.setPresent(ctx, listed, present);
    return { id, state: session.state };
  }

  /** What the QR code at the door says now. @throws SESSION.ROLL_CLOSED */
  async door(ctx: RequestContext, id: string): Promise<SessionDoor> {
    const { session, held } = await this.access.get(ctx, id);
    if (!holds('session.roll', held)) throw new CodedError('AUTH.FORBIDDEN');
    if (!isDoorOpen(session, ctx.now)) throw new CodedError('SESSION.ROLL_CLOSED');
    const { token, code, expiresAt } = this.codes.issue(id, ctx.now);
    return { token, code, url: `${CHECK_IN_PAGE}?session=${id}&token=${token}`, expiresAt };
  }

  /** Somebody at the door says that they are here. @throws SESSION.DOOR_CODE_INVALID and what mark throws */
  async checkIn(ctx: RequestContext, id: string, token: string): Promise<MoveResult> {
    const { session, mine } = await this.access.lock(ctx, id);
    if (!isDoorOpen(session, ctx.now)) throw new CodedError('SESSION.ROLL_CLOSED');
    if (!this.codes.verify(id, token, ctx.now)) throw new CodedError('SESSION.DOOR_CODE_INVALID');
    await this.setPresent(ctx, mine, true);
    return { id, state: session.state };
  }

  private async setPresent(ctx: RequestContext, listed: ParticipantEntity | null, present: boolean): Promise<void> {
    if (listed === null || listed.seating === 'cancelled') throw new CodedError('SESSION.NOT_LISTED');
    if (listed.seating === 'waiting') throw new CodedError('SESSION.WAITING');
    if (listed.present === present) return;
    await ctx.db.update(ParticipantEntity, { id: listed.id }, { present });
    await this.room.show(ctx, listed.sessionId, listed.id, present);
  }
}
