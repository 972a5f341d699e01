import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { type MinutesEntity, MinutesRevisionEntity } from './minutes.entity.js';
import type { MinutesText } from './minutes-text.js';

/** Who comes back with an older one than these has their text joined without what both began with. */
const KEPT = 500;
/** How long somebody counts as writing after they last did, ms. */
const WRITING_MS = 2 * 60 * 1000;

/** What a draft said at each revision. */
@Injectable()
export class MinutesRevisions {
  async keep(ctx: RequestContext, minutes: Pick<MinutesEntity, 'id' | 'revision'>, text: MinutesText): Promise<void> {
    const { id: minutesId, revision } = minutes;
    const { situation, points, departmentAnswers, consensus, dissent, noDissent, tasks, photoIds } = text;
    await ctx.db.insert(MinutesRevisionEntity, {
      minutesId,
      revision,
      writerId: actorOf(ctx).id,
      ...{ situation, points, departmentAnswers, consensus, dissent, noDissent, tasks, photoIds },
      savedAt: ctx.now,
    });
    await ctx.db.delete(MinutesRevisionEntity, { minutesId, revision: LessThan(revision - KEPT) });
  }

  /** Null where it is not kept any more. */
  async at(db: EntityManager, minutesId: string, revision: number): Promise<MinutesRevisionEntity | null> {
    return db.findOneBy(MinutesRevisionEntity, { minutesId, revision });
  }

  /** Who else wrote in the last minutes, the latest first. */
  async writers(ctx: RequestContext, minutesId: string): Promise<{ personId: string; at: number }[]> {
    const rows: { writer_id: string; at: number | string }[] = await ctx.db.query(
      `SELECT writer_id, MAX(saved_at) AS at FROM minutes_revisions
       WHERE minutes_id = ? AND revision > 0 AND saved_at > ? AND writer_id <> ? GROUP BY writer_id ORDER BY at DESC`,
      [minutesId, ctx.now - WRITING_MS, actorOf(ctx).id],
    );
    return rows.map((row) => ({ personId: row.writer_id, at: Number(row.at) }));
  }

  /** They have served once the minutes are out. */
  async forget(db: EntityManager, minutesId: string): Promise<void> {
    await db.delete(MinutesRevisionEntity, { minutesId });
  }
}
