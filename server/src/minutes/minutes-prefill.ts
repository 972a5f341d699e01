import { heldProgramme } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import type { SessionEntity } from '../sessions/session.entity.js';
import type { MinutesEntity } from './minutes.entity.js';

/** What is known of a session when it ends, as its minutes begin with it. */
@Injectable()
export class MinutesPrefill {
  async of(
    _ctx: RequestContext,
    session: SessionEntity,
  ): Promise<Pick<MinutesEntity, 'programme' | 'points' | 'handShows' | 'opinions'>> {
    return { programme: heldProgramme(session.programme, []), points: [], handShows: [], opinions: [] };
  }
}
