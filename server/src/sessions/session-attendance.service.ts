import { holds, SESSION_LIMITS, type SessionDetail, type SessionParticipant } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { ListedNames } from './listed-names.js';
import { participantOf } from './participants.service.js';
import { SessionAccess } from './session-access.js';
import { SessionDetails } from './session-detail.service.js';
import { SessionsRepository } from './sessions.repository.js';

/** Who has a seat, all at once, for the sheet that lies at the door. */
@Injectable()
export class SessionAttendance {
  constructor(
    private readonly access: SessionAccess,
    private readonly details: SessionDetails,
    private readonly sessions: SessionsRepository,
    private readonly names: ListedNames,
  ) {}

  /** @throws ITEM.NOT_FOUND, AUTH.FORBIDDEN for who may not read the list */
  async of(ctx: RequestContext, id: string): Promise<{ session: SessionDetail; people: SessionParticipant[] }> {
    const { held } = await this.access.get(ctx, id);
    if (!holds('session.people', held)) throw new CodedError('AUTH.FORBIDDEN');
    const rows = await this.sessions.participants(ctx.db, id, null, SESSION_LIMITS.seatsMax);
    const people = rows.map((row) => participantOf(row, this.names)).filter(({ seating }) => seating === 'seated');
    return { session: await this.details.get(ctx, id), people };
  }
}
