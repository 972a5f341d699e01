import { ALL_TIME, monthsIn } from '@consult/shared';
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

/** What follows a region in the index that has the stays in a state by their days, and in the one that has those of each month. */
const LONGEST = ['state', 'days', 'left_at', 'id', 'listed'];
const LONGEST_OF_MONTH = ['state', 'left_month', 'days', 'left_at', 'id', 'listed', 'topic_id'];
const ORDER = { alias: 's', columns: ['days', 'left_at', 'id'], downwards: true };

/** The place of a stay in the list of the longest. */
export const longestKey = ({ days, left_at, id }: StayRow): string =>
  `${days}_${momentKey({ at: Number(left_at), id })}`;

/**
 * Those that took more than a number of days, longest first and, of equal ones, the last one that ended: of each month from an
 * index by days, so that neither those that were short nor those of other months are read through, however few are shown.
 */
export function longestStays(
  db: EntityManager,
  scope: Scope,
  { state, longerThan, after, limit }: FigureStaysQueryDto,
): Promise<StayRow[]> {
  const by = scope.region.level === 'township' ? 'township' : 'county';
  const isAll = scope.period === ALL_TIME;
  const index = forceIndex(db, 'topic_stays', [by, ...(isAll ? LONGEST : LONGEST_OF_MONTH)]);
  const beyond = beyondKey(after);
  const months = isAll ? [undefined] : monthsIn(scope.period);
  const parts = scope.cells.flatMap((cell) => {
    const one = staysIn({ ...scope, cells: [cell] }, { state, longerThan });
    return months.map((month) => {
      const { sql, params } = all(one, month && { sql: 's.left_month = ?', params: [month] }, beyond);
      return { sql: `SELECT ${STAY_ROW} FROM topic_stays s ${index} WHERE ${sql}`, params };
    });
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
