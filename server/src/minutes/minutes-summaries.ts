import { conclusionOf, type MinutesState, type MinutesSummary } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { RegionDirectory } from '../regions/region-directory.js';

/** A row of a list, as the database gives it. */
export interface MinutesRow {
  id: string;
  session_id: string;
  session_title: string;
  number: string;
  version: number;
  state: MinutesState;
  township: string;
  published_at: number | null;
  /** JSON lists */
  consensus: string;
  dissent: string;
}

export const MINUTES_ROW = `m.id, m.session_id, m.session_title, m.number, m.version, m.state, m.township, m.published_at,
  m.consensus, m.dissent`;

/** Rows of minutes as lists show them. */
@Injectable()
export class MinutesSummaries {
  constructor(private readonly regions: RegionDirectory) {}

  async of(rows: readonly MinutesRow[]): Promise<MinutesSummary[]> {
    const name = await this.regions.names();
    return rows.map((row) => ({
      id: row.id,
      sessionId: row.session_id,
      sessionTitle: row.session_title,
      number: row.number,
      version: row.version,
      state: row.state,
      conclusion: conclusionOf({ consensus: JSON.parse(row.consensus), dissent: JSON.parse(row.dissent) }),
      township: row.township,
      townshipName: name(row.township),
      publishedAt: row.published_at === null ? null : Number(row.published_at),
    }));
  }

  /** A session's minutes, newest version first. @param inside false leaves out what is not published */
  async ofSession(ctx: RequestContext, sessionId: string, inside: boolean): Promise<MinutesSummary[]> {
    return this.of(
      await ctx.db.query(
        `SELECT ${MINUTES_ROW} FROM minutes m
         WHERE m.session_id = ? ${inside ? '' : `AND m.state = 'published' AND m.content = 'passed'`} ORDER BY m.version DESC`,
        [sessionId],
      ),
    );
  }
}
