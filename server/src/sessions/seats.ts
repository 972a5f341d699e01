import type { ParticipantCategory, ParticipantOrigin, Seating, SessionPlace } from '@consult/shared';
import { seatingFor } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { newId } from '../common/ids.js';
import { EventLog } from '../moves/event-log.js';
import { ListedNames, NO_NAMES, type Said } from './listed-names.js';
import { ReservedSeats } from './reserved-seats.js';
import { ParticipantEntity, SessionEntity } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';

export interface NewParticipant {
  /** Null for a guest. */
  readonly personId: string | null;
  readonly said?: Said;
  readonly category: ParticipantCategory;
  readonly origin: ParticipantOrigin;
}

/** The seats of a session and who waits for one. Whoever calls this holds the session's row. */
@Injectable()
export class Seats {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly events: EventLog,
    private readonly reserved: ReservedSeats,
    private readonly names: ListedNames,
  ) {}

  /** Puts somebody on the list, at its end also if they were on it before. */
  async take(
    ctx: RequestContext,
    session: SessionEntity,
    { said = {}, ...person }: NewParticipant,
  ): Promise<SessionPlace> {
    const { seated } = await this.sessions.seatings(ctx.db, session.id);
    const reserved = person.origin === 'drawn' ? 0 : await this.reserved.of(ctx.db, session.id);
    const seating = seatingFor(session.seats - reserved, seated);
    const id = newId(ctx.now);
    if (person.personId !== null) {
      await ctx.db.delete(ParticipantEntity, { sessionId: session.id, personId: person.personId });
    }
    await ctx.db.insert(ParticipantEntity, {
      id,
      sessionId: session.id,
      ...person,
      ...this.names.seal(id, said, session),
      seating,
      present: null,
      createdAt: ctx.now,
    });
    await this.settle(ctx, session);
    return { id, seating };
  }

  /** Gives a seat, or a place in the queue, back; the first who waits moves up. The names that go with it are not kept. */
  async giveBack(ctx: RequestContext, session: SessionEntity, participantId: string): Promise<void> {
    const seating: Seating = 'cancelled';
    await ctx.db.update(ParticipantEntity, { id: participantId }, { seating, present: null, ...NO_NAMES });
    await this.settle(ctx, session);
  }

  /** Fills free seats from the queue, has whoever moves up told, and counts afresh. */
  async settle(ctx: RequestContext, session: SessionEntity, seats = session.seats): Promise<void> {
    const { seated, waiting } = await this.sessions.seatings(ctx.db, session.id);
    const reserved = await this.reserved.of(ctx.db, session.id);
    const moving = Math.max(0, Math.min(seats - reserved - seated, waiting));
    const moved = moving > 0 ? await this.sessions.seatFirst(ctx.db, session.id, moving) : [];
    for (const personId of moved) await this.noteMovedUp(ctx, session, personId);
    await ctx.db.update(SessionEntity, { id: session.id }, { seated: seated + moving, waiting: waiting - moving });
  }

  private noteMovedUp(ctx: RequestContext, session: SessionEntity, personId: string): Promise<void> {
    return this.events.note(ctx, session, {
      kind: 'session',
      action: 'move_up',
      capacity: 'system',
      isPublic: false,
      data: { personId },
      topicIds: [],
    });
  }
}
