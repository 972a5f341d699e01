import {
  compositionOf,
  holds,
  type MyTold,
  SESSION_LIMITS,
  type SessionComposition,
  type TopicCategory,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { SessionAccess } from './session-access.js';

interface ToldRow {
  age_band: MyTold['ageBand'];
  community: string | null;
  /** JSON; null for who told nothing. */
  interests: string | null;
}

/** Who is missing on a session's list, from what people chose to say of themselves. */
@Injectable()
export class SessionCompositions {
  constructor(
    private readonly access: SessionAccess,
    private readonly regions: RegionDirectory,
  ) {}

  /** Counts alone, for who runs the session or watches over it. @throws AUTH.FORBIDDEN, ITEM.NOT_FOUND */
  async of(ctx: RequestContext, id: string): Promise<SessionComposition> {
    const { held } = await this.access.get(ctx, id);
    if (!holds('session.people', held)) throw new CodedError('AUTH.FORBIDDEN');
    const rows: ToldRow[] = await ctx.db.query(
      `SELECT t.age_band, t.community, t.interests
       FROM participants p LEFT JOIN told_profiles t ON t.person_id = p.person_id
       WHERE p.session_id = ? AND p.seating = 'seated' AND p.person_id IS NOT NULL LIMIT ?`,
      [id, SESSION_LIMITS.seatsMax],
    );
    const topics: { community: string | null; category: TopicCategory }[] = await ctx.db.query(
      'SELECT t.community, t.category FROM session_topics s JOIN topics t ON t.id = s.topic_id WHERE s.session_id = ?',
      [id],
    );
    const name = await this.regions.names();
    const codes = [...new Set(topics.flatMap(({ community }) => community || []))].sort();
    return compositionOf(
      rows.map(({ age_band, community, interests }) => ({
        ageBand: age_band,
        community,
        interests: interests === null ? [] : JSON.parse(interests),
      })),
      {
        communities: codes.map((code) => ({ code, name: name(code) })),
        categories: [...new Set(topics.map(({ category }) => category))],
      },
      name,
    );
  }
}
