import { DAY_MS, STAY_STATES } from '@consult/shared';
import type { DataSource, EntityManager } from 'typeorm';
import { chinaMonthOf } from '../database/china-month.sql.js';

/** As many topics as one statement writes anew. */
const AT_ONCE = 500;
const FACTS = 'topic_id, state, days, is_public, listed, left_at, left_month';

/**
 * The stays of topics as their events tell them, in the columns of `topic_stays`: each move that led elsewhere ended one. A
 * select that takes its parameters once.
 * @param which of the events `e`, a condition
 */
export function staysOnRecord(database: Pick<DataSource, 'options'>, which: string): string {
  const whole = database.options.type === 'better-sqlite3' ? 'INTEGER' : 'SIGNED';
  const took = '(m.at - m.since)';
  return `SELECT m.id, m.item_id AS topic_id, m.county, m.township, m.from_state AS state,
      CAST((${took} - ${took} % ${DAY_MS}) / ${DAY_MS} AS ${whole}) AS days, m.is_public,
      CASE WHEN m.is_public = 1 AND t.is_public = 1 AND t.sensitive = 0 THEN 1 ELSE 0 END AS listed, m.at AS left_at,
      ${chinaMonthOf(database, 'm.at')} AS left_month
    FROM (SELECT e.id, e.item_id, e.county, e.township, e.is_public, e.at, e.from_state,
        LAG(e.at) OVER (PARTITION BY e.item_id ORDER BY e.id) AS since
      FROM events e WHERE ${which} AND e.kind = 'topic' AND (e.from_state IS NULL OR e.from_state <> e.to_state)) m
    JOIN topics t ON t.id = m.item_id
    WHERE m.since IS NOT NULL AND m.from_state IN (${STAY_STATES.map((state) => `'${state}'`).join(', ')})`;
}

/** The topics of a township whose stays are not those that their events tell of, or are open to others than they should be. */
export async function topicsOffRecord(db: EntityManager, township: string): Promise<string[]> {
  const rows: { topic_id: string }[] = await db.query(
    `SELECT DISTINCT topic_id FROM (
       SELECT ${FACTS} FROM (
         SELECT ${FACTS}, 1 AS n FROM (${staysOnRecord(db.connection, 'e.township = ?')}) told
         UNION ALL SELECT ${FACTS}, -1 AS n FROM topic_stays WHERE township = ?
       ) both_sides GROUP BY ${FACTS} HAVING SUM(n) <> 0
     ) differing ORDER BY topic_id`,
    [township, township],
  );
  return rows.map((row) => row.topic_id);
}

/** Writes the stays of these topics anew, as their events tell them at this moment. */
export async function restoreStays(db: EntityManager, topicIds: readonly string[]): Promise<void> {
  for (let i = 0; i < topicIds.length; i += AT_ONCE) {
    const some = topicIds.slice(i, i + AT_ONCE);
    const marks = some.map(() => '?').join(', ');
    await db.query(`DELETE FROM topic_stays WHERE topic_id IN (${marks})`, some);
    await db.query(
      `INSERT INTO topic_stays (id, county, township, ${FACTS})
       SELECT id, county, township, ${FACTS} FROM (${staysOnRecord(db.connection, `e.item_id IN (${marks})`)}) told`,
      some,
    );
  }
}
