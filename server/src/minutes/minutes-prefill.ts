import { handShowsOf, heldProgramme, speechesOf } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { LiveRecords } from '../live/live-records.js';
import type { SessionEntity } from '../sessions/session.entity.js';
import type { MinutesEntity } from './minutes.entity.js';

/** What is known of a session when it ends, as its minutes begin with it. */
@Injectable()
export class MinutesPrefill {
  constructor(private readonly live: LiveRecords) {}

  /** Called when the end of the session stands in its log. */
  async of(
    ctx: RequestContext,
    session: SessionEntity,
  ): Promise<Pick<MinutesEntity, 'programme' | 'points' | 'handShows' | 'opinions'>> {
    const record = await this.live.of(ctx.db, session.id);
    return {
      programme: heldProgramme(session.programme, record.items),
      points: speechesOf(record),
      handShows: handShowsOf(record),
      opinions: [],
    };
  }
}
