import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MomentKey } from '../common/paging/page.js';
import { regionFilter } from '../regions/region-filter.js';
import { aboutPublicTopic } from '../topics/about-public.js';
import { OUTCOME_ROW, type OutcomeRow } from './outcome-summaries.js';

interface InRegion<K> {
  readonly region: string;
  readonly after: K;
  readonly limit: number;
}

@Injectable()
export class OutcomesRepository {
  /** The published ones that everyone may see, latest published first. */
  async published(db: EntityManager, { region, after, limit }: InRegion<MomentKey | null>): Promise<OutcomeRow[]> {
    const within = regionFilter('o', region);
    const beyond = after === null ? '' : 'AND o.published_at <= ? AND (o.published_at < ? OR o.id < ?)';
    return db.query(
      `SELECT ${OUTCOME_ROW} FROM outcomes o
       WHERE ${within.sql} AND o.published_at IS NOT NULL AND o.content = 'passed' AND ${aboutPublicTopic('o.session_id')} ${beyond}
       ORDER BY o.published_at DESC, o.id DESC LIMIT ?`,
      [within.param, ...(after ? [after.at, after.at, after.id] : []), limit],
    );
  }

  /** All of them, newest first. */
  async all(db: EntityManager, { region, after, limit }: InRegion<string | undefined>): Promise<OutcomeRow[]> {
    const within = regionFilter('o', region);
    return db.query(
      `SELECT ${OUTCOME_ROW} FROM outcomes o WHERE ${within.sql} ${after ? 'AND o.id < ?' : ''}
       ORDER BY o.id DESC LIMIT ?`,
      [within.param, ...(after ? [after] : []), limit],
    );
  }
}
