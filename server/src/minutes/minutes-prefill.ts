import { handShowsOf, heldProgramme, minutesOpinionOf, speechesOf, suggestedTasksOf } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { LiveRecords } from '../live/live-records.js';
import { OpinionReports } from '../opinion/opinion-reports.service.js';
import type { SessionEntity } from '../sessions/session.entity.js';
import type { MinutesEntity } from './minutes.entity.js';

/** How many rounds stand in minutes. */
const ROUNDS_MAX = 3;

/** What is known of a session when it ends, as its minutes begin with it. */
@Injectable()
export class MinutesPrefill {
  constructor(
    private readonly live: LiveRecords,
    private readonly opinions: OpinionReports,
  ) {}

  /** Called when the end of the session stands in its log. */
  async of(
    ctx: RequestContext,
    session: SessionEntity,
  ): Promise<Pick<MinutesEntity, 'programme' | 'points' | 'tasks' | 'handShows' | 'opinions'>> {
    const record = await this.live.of(ctx.db, session.id);
    const reports = await this.opinions.ofSession(ctx, session.id);
    return {
      programme: heldProgramme(session.programme, record.items),
      points: speechesOf(record, session.programme),
      tasks: suggestedTasksOf(record),
      handShows: handShowsOf(record),
      // The latest of them: what people held last is what the session had before it.
      opinions: reports.slice(-ROUNDS_MAX).map(minutesOpinionOf),
    };
  }
}
