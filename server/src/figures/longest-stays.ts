import type { EntityManager } from 'typeorm';
import { momentKey, parseMomentKey } from '../common/paging/page.js';
import { firstOfAll } from '../database/first-of-all.js';
import { forceIndex } from '../database/force-index.js';
import { all, staysIn } from './figure-rows.js';
import type { Scope } from './figure-scope.js';
import type { FigureStaysQueryDto } from './figures.dto.js';

export interface StayRow {
  readonly id: string;
  readonly topic_id: string;
  readonly days: number;
  readonly left_at: number;
}

export const STAY_ROW = 's.id, s.topic_id, s.days, s.left_at';

/** What follows a region in the index that has the stays in a state by their days. */
const LONGEST = ['state', 'days', 'left_at', 'id', 'listed'];
const ORDER = { alias: 's', columns: ['days', 'left_at', 'id'], downwards: true };

/** The place of a stay in the list of the longest. */
export const longestKey = ({ days, left_at, id }: StayRow): string =>
  `${days}_${momentKey({ at: Number(left_at), id })}`;

/**
 * Those that took more than a number of days, longest first and, of equal ones, the last one that ended: from an index by
 * days, so that those that were short are never read through, however few were long.
 */
export function longestStays(
  db: EntityManager,
  scope: Scope,
  { state, longerThan, after, limit }: FigureStaysQueryDto,
): Promise<StayRow[]> {
  const by = scope.region.level === 'township' ? 'township' : 'county';
  const index = forceIndex(db, 'topic_stays', [by, ...LONGEST]);
  const beyond = beyondKey(after);
  const parts = scope.cells.map((cell) => {
    const one = staysIn({ ...scope, cells: [cell] }, { state, longerThan });
    const { sql, params } = all(one, beyond);
    return { sql: `SELECT ${STAY_ROW} FROM topic_stays s ${index} WHERE ${sql}`, params };
  });
  return firstOfAll<StayRow>(db, parts, ORDER, limit + 1);
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
