import {
  type ComparableTopic,
  regionLevel,
  SIMILAR_STATES,
  statesOfStep,
  TOPIC_STEPS,
  type TopicCategory,
  type TopicSource,
  type TopicState,
  type TopicStep,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ABOVE_ALL_IDS } from '../common/ids.js';
import { LargeCounts } from '../common/large-counts.js';
import { regionFilter } from '../regions/region-filter.js';
import { TopicEntity } from './topic.entity.js';

/** A row of a list, as the database gives it. */
export interface TopicRow {
  id: string;
  code: string;
  title: string;
  category: TopicCategory;
  source: TopicSource;
  state: TopicState;
  held_from: TopicState | null;
  township: string;
  community: string;
  cosigns: number;
  created_at: number;
  moved_at: number;
}

export interface TopicFilter {
  /** A county, township or community. */
  readonly region: string;
  readonly states?: readonly TopicState[] | undefined;
  readonly category?: string | undefined;
  readonly publicOnly: boolean;
  readonly after?: string | undefined;
  readonly limit: number;
}

const ROW =
  't.id, t.code, t.title, t.category, t.source, t.state, t.held_from, t.township, t.community, t.cosigns, t.created_at, t.moved_at';
const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

@Injectable()
export class TopicsRepository {
  private readonly large = new LargeCounts();

  /** Newest first. */
  async list(db: EntityManager, filter: TopicFilter): Promise<TopicRow[]> {
    const where: string[] = [];
    const params: unknown[] = [];
    const add = (condition: string, ...values: unknown[]) => {
      where.push(condition);
      params.push(...values);
    };
    const within = regionFilter('t', filter.region);
    add(within.sql, within.param);
    if (regionLevel(filter.region) === 'community') add('t.community = ?', filter.region);
    if (filter.publicOnly) add('t.is_public = 1');
    // What a raiser gave up before anybody saw it stays theirs, see isPrivateDraft.
    else add("NOT (t.state = 'draft' OR (t.state = 'withdrawn' AND t.held_from = 'draft'))");
    if (filter.states) add(`t.state IN (${marks(filter.states)})`, ...filter.states);
    if (filter.category) add('t.category = ?', filter.category);
    // Always with a bound: without one MariaDB reads everybody's topics from the newest on, to save itself an index.
    add('t.id < ?', filter.after ?? ABOVE_ALL_IDS);
    return db.query(`SELECT ${ROW} FROM topics t WHERE ${where.join(' AND ')} ORDER BY t.id DESC LIMIT ?`, [
      ...params,
      filter.limit,
    ]);
  }

  /** What somebody raised, newest first. */
  async raisedBy(db: EntityManager, personId: string, after: string | undefined, limit: number): Promise<TopicRow[]> {
    return db.query(
      `SELECT ${ROW} FROM topics t WHERE t.raiser_id = ? ${after ? 'AND t.id < ?' : ''} ORDER BY t.id DESC LIMIT ?`,
      [personId, ...(after ? [after] : []), limit],
    );
  }

  /**
   * What somebody co-signed and may still see, newest topic first.
   * @param regions those whose topics they read also where these are not public
   */
  async cosignedBy(
    db: EntityManager,
    personId: string,
    regions: readonly string[],
    after: string | undefined,
    limit: number,
  ): Promise<TopicRow[]> {
    const seen = ['t.is_public = 1', ...regions.map(() => 't.township LIKE ?')].join(' OR ');
    return db.query(
      `SELECT ${ROW} FROM cosigns c JOIN topics t ON t.id = c.topic_id
       WHERE c.person_id = ? AND (${seen}) ${after ? 'AND c.topic_id < ?' : ''} ORDER BY c.topic_id DESC LIMIT ?`,
      [personId, ...regions.map((region) => `${region}%`), ...(after ? [after] : []), limit],
    );
  }

  async byIds(db: EntityManager, ids: readonly string[]): Promise<TopicRow[]> {
    return ids.length === 0
      ? []
      : db.query(`SELECT ${ROW} FROM topics t WHERE t.id IN (${marks(ids)}) ORDER BY t.id`, [...ids]);
  }

  /** What of open public topics says whether they read like another, with their rows for a list. */
  async comparable(db: EntityManager, ids: readonly string[]): Promise<(TopicRow & ComparableTopic)[]> {
    if (ids.length === 0) return [];
    const rows: (TopicRow & { description: string; location: string | null })[] = await db.query(
      `SELECT ${ROW}, t.description, t.location FROM topics t
       WHERE t.id IN (${marks(ids)}) AND t.is_public = 1 AND t.state IN (${marks(SIMILAR_STATES)})`,
      [...ids, ...SIMILAR_STATES],
    );
    return rows.map((row) => ({ ...row, location: row.location === null ? null : JSON.parse(row.location) }));
  }

  async ofPlan(db: EntityManager, planId: string): Promise<TopicEntity[]> {
    return db.find(TopicEntity, { where: { planId }, order: { id: 'ASC' } });
  }

  async ofSession(db: EntityManager, sessionId: string): Promise<TopicEntity[]> {
    return db
      .createQueryBuilder(TopicEntity, 't')
      .innerJoin('session_topics', 's', 's.topic_id = t.id')
      .where('s.session_id = :sessionId', { sessionId })
      .orderBy('t.id')
      .getMany();
  }

  /** How many a person raised since a moment. */
  async raisedSince(db: EntityManager, personId: string, since: number): Promise<number> {
    return db
      .createQueryBuilder(TopicEntity, 't')
      .where('t.raiserId = :personId AND t.createdAt >= :since', { personId, since })
      .getCount();
  }

  /** How many public topics of a township stand at each step: as many as the list filtered by it shows. */
  async countSteps(db: EntityManager, township: string): Promise<Record<TopicStep, number>> {
    const counted = TOPIC_STEPS.flatMap((step) => [...statesOfStep(step)]);
    const count = (): Promise<{ state: TopicState; n: number }[]> =>
      db.query(
        `SELECT state, COUNT(*) AS n FROM topics
         WHERE state IN (${marks(counted)}) AND township = ? AND is_public = 1 GROUP BY state`,
        [...counted, township],
      );
    const rows = await this.large.of(township, count);
    const at = (step: TopicStep) => {
      const states = statesOfStep(step);
      return rows.reduce((sum, { state, n }) => (states.includes(state) ? sum + Number(n) : sum), 0);
    };
    return Object.fromEntries(TOPIC_STEPS.map((step) => [step, at(step)])) as Record<TopicStep, number>;
  }
}
