import type { Conclusion, OutcomeState, OutcomeSummary } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { RegionDirectory } from '../regions/region-directory.js';

/** A row of a list, as the database gives it. */
export interface OutcomeRow {
  id: string;
  title: string;
  state: OutcomeState;
  conclusion: Conclusion;
  township: string;
  summary: string;
  published_at: number | null;
}

export const OUTCOME_ROW = 'o.id, o.title, o.state, o.conclusion, o.township, o.summary, o.published_at';

/** It is published, and not taken down. */
export const IS_OUT = "o.state <> 'drafted' AND o.content = 'passed'";

/** Rows of outcomes as lists show them. */
@Injectable()
export class OutcomeSummaries {
  constructor(private readonly regions: RegionDirectory) {}

  async of(rows: readonly OutcomeRow[]): Promise<OutcomeSummary[]> {
    const name = await this.regions.names();
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      state: row.state,
      conclusion: row.conclusion,
      township: row.township,
      townshipName: name(row.township),
      summary: row.summary,
      publishedAt: row.published_at === null ? null : Number(row.published_at),
    }));
  }

  /** The published outcomes about a topic, oldest first. */
  async ofTopic(ctx: RequestContext, topicId: string): Promise<OutcomeSummary[]> {
    return this.of(
      await ctx.db.query(
        `SELECT ${OUTCOME_ROW} FROM session_topics t JOIN outcomes o ON o.session_id = t.session_id
         WHERE t.topic_id = ? AND ${IS_OUT} ORDER BY o.id`,
        [topicId],
      ),
    );
  }
}
