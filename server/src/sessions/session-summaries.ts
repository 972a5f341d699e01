import type { SessionFormat, SessionState, SessionSummary } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { RegionDirectory } from '../regions/region-directory.js';

/** A row of a list, as the database gives it. */
export interface SessionRow {
  id: string;
  title: string;
  format: SessionFormat;
  state: SessionState;
  township: string;
  starts_at: number;
  ends_at: number;
  place: string;
  seats: number;
  seated: number;
  waiting: number;
}

export const SESSION_ROW =
  's.id, s.title, s.format, s.state, s.township, s.starts_at, s.ends_at, s.place, s.seats, s.seated, s.waiting';

/** Rows of sessions as lists show them. */
@Injectable()
export class SessionSummaries {
  constructor(private readonly regions: RegionDirectory) {}

  async of(rows: readonly SessionRow[]): Promise<SessionSummary[]> {
    const name = await this.regions.names();
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      format: row.format,
      state: row.state,
      township: row.township,
      townshipName: name(row.township),
      startsAt: Number(row.starts_at),
      endsAt: Number(row.ends_at),
      place: row.place,
      seats: row.seats,
      seated: row.seated,
      waiting: row.waiting,
    }));
  }

  /** The public sessions about a topic, oldest first. */
  async ofTopic(ctx: RequestContext, topicId: string): Promise<SessionSummary[]> {
    return this.of(
      await ctx.db.query(
        `SELECT ${SESSION_ROW} FROM session_topics t JOIN sessions s ON s.id = t.session_id
         WHERE t.topic_id = ? AND s.announced_at IS NOT NULL AND s.content = 'passed' ORDER BY s.starts_at, s.id`,
        [topicId],
      ),
    );
  }
}
