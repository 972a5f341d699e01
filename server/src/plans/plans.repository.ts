import type { TopicSource, TopicState } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { regionFilter } from '../regions/region-filter.js';

/** A row of the list, as the database gives it. */
export interface PlanRow {
  id: string;
  township: string;
  year: number;
  quarter: number;
  title: string;
  published_at: number | null;
}

/** A topic of a plan, as far as the plan's own page counts it. */
export interface PlanTopicRow {
  plan_id: string;
  id: string;
  state: TopicState;
  source: TopicSource;
  is_public: number;
}

export interface PlanFilter {
  readonly region: string;
  readonly publishedOnly: boolean;
  readonly after?: string | undefined;
  readonly limit: number;
}

@Injectable()
export class PlansRepository {
  /** Newest first. */
  async list(db: EntityManager, { region, publishedOnly, after, limit }: PlanFilter): Promise<PlanRow[]> {
    const within = regionFilter('p', region);
    const published = publishedOnly ? 'AND p.published_at IS NOT NULL' : '';
    return db.query(
      `SELECT p.id, p.township, p.year, p.quarter, p.title, p.published_at FROM plans p
       WHERE ${within.sql} ${published} ${after ? 'AND p.id < ?' : ''} ORDER BY p.id DESC LIMIT ?`,
      [within.param, ...(after ? [after] : []), limit],
    );
  }

  /** The topics of these plans; a plan has some thirty at the most. */
  async topicsOf(db: EntityManager, planIds: readonly string[]): Promise<PlanTopicRow[]> {
    if (planIds.length === 0) return [];
    return db.query(
      `SELECT t.plan_id, t.id, t.state, t.source, t.is_public FROM topics t
       WHERE t.plan_id IN (${planIds.map(() => '?').join(', ')}) ORDER BY t.id`,
      [...planIds],
    );
  }
}
