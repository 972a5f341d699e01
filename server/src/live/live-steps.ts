import { holds, type LiveSpeaker, type Permission, takesPart } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { ParticipantEntity } from '../sessions/session.entity.js';
import { SessionAccess, type SessionInView } from '../sessions/session-access.js';
import { LiveLog, type OpenLog } from './live-log.js';

/** A write to an open session by somebody who may. */
export interface LiveStep extends SessionInView {
  readonly log: OpenLog;
}

/** How every write to an open session begins. */
@Injectable()
export class LiveSteps {
  constructor(
    private readonly access: SessionAccess,
    private readonly log: LiveLog,
  ) {}

  /** Holds the log until the transaction ends. @throws ITEM.NOT_FOUND, AUTH.FORBIDDEN, LIVE.CLOSED */
  async begin(ctx: RequestContext, id: string, permission: Permission): Promise<LiveStep> {
    const view = await this.access.get(ctx, id);
    if (!holds(permission, view.held)) throw new CodedError('AUTH.FORBIDDEN');
    return { ...view, log: await this.log.lock(ctx, id) };
  }
}

/** Somebody on the list, with the person whose name the log will show; a guest has none. @throws LIVE.NOT_IN_SESSION */
export function speakerOf(listed: ParticipantEntity | null): { who: LiveSpeaker; personId: string | null } {
  if (listed === null || !takesPart(listed)) throw new CodedError('LIVE.NOT_IN_SESSION');
  const { id: participantId, category, personId } = listed;
  return { who: { participantId, name: null, category }, personId };
}
