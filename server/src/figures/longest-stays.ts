import { ALL_TIME, chinaYear, type TopicState } from '@consult/shared';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import { momentKey, parseMomentKey } from '../common/paging/page.js';
import { firstOfAll } from '../database/first-of-all.js';
import { forceIndex } from '../database/force-index.js';
import { all, staysIn, within } from './figure-rows.js';
import type { Scope } from './figure-scope.js';
import type { FigureStaysQueryDto } from './figures.dto.js';

export interface StayRow {
  readonly id: string;
  readonly topic_id: string;
  readonly days: number;
  readonly left_at: number;
}

export const STAY_ROW = 's.id, s.topic_id, s.days, s.left_at';

/** What follows a region in the index that has the stays in a state, ended in a year, by their days. */
const LONGEST = ['state', 'left_year', 'days', 'left_at', 'id', 'listed'];
const ORDER = { alias: 's', columns: ['days', 'left_at', 'id'], downwards: true };

/** The place of a stay in the list of the longest. */
export const longestKey = ({ days, left_at, id }: StayRow): string =>
  `${days}_${momentKey({ at: Number(left_at), id })}`;

/**
 * Those that took more than a number of days, longest first and, of equal ones, the last one that ended: of each year from an
 * index by days, so that neither those that were short nor those of other years are read through, however few are shown.
 */
export async function longestStays(
  { db, now }: RequestContext,
  scope: Scope,
  { state, longerThan, after, limit }: FigureStaysQueryDto,
): Promise<StayRow[]> {
  const by = scope.region.level === 'township' ? 'township' : 'county';
  const index = forceIndex(db, 'topic_stays', [by, ...LONGEST]);
  const beyond = beyondKey(after);
  const years =
    scope.period === ALL_TIME ? await yearsSinceFirst(db, scope, state, now) : [Number(scope.period.slice(0, 4))];
  const parts = scope.cells.flatMap((cell) => {
    const one = staysIn({ ...scope, cells: [cell] }, { state, longerThan });
    return years.map((year) => {
      const { sql, params } = all(one, { sql: 's.left_year = ?', params: [year] }, beyond);
      return { sql: `SELECT ${STAY_ROW} FROM topic_stays s ${index} WHERE ${sql}`, params };
    });
  });
  return firstOfAll<StayRow>(db, parts, ORDER, limit + 1);
}

/** The years from the first stay in a state to this one. */
async function yearsSinceFirst(db: EntityManager, scope: Scope, state: TopicState, now: number): Promise<number[]> {
  const parts = scope.cells.map((cell) => {
    const { sql, params } = all(within('s', { ...scope, cells: [cell] }), { sql: 's.state = ?', params: [state] });
    return { sql: `SELECT s.left_at, s.id FROM topic_stays s WHERE ${sql}`, params };
  });
  const [first] = await firstOfAll<StayRow>(db, parts, { alias: 's', columns: ['left_at', 'id'] }, 1);
  if (first === undefined) return [];
  const year = chinaYear(Number(first.left_at));
  return Array.from({ length: Math.max(chinaYear(now) - year, 0) + 1 }, (_, i) => year + i);
}

/** @throws REQUEST.INVALID for a key that no list ever gave */
function beyondKey(after: string | undefined) {
  if (after === undefined) return undefined;
  const [, days = '', rest = ''] = /^(\d{1,6})_(.*)$/.exec(after) ?? [];
  const key = parseMomentKey(rest);
  return (
    key !== null && {
      sql: 's.days <= ? AND (s.days < ? OR s.left_at < ? OR (s.left_at = ? AND s.id < ?))',
      params: [Number(days), Number(days), key.at, key.at, key.id],
    }
  );
}
