import {
  DELIBERATED_STATES,
  type Milestone,
  PLANNED_STATES,
  placesOfFate,
  TOPIC_FATES,
  type TopicState,
} from '@consult/shared';
import type { DataSource } from 'typeorm';
import { chinaMonthOf } from '../database/china-month.sql.js';
import { promiseRecounts } from './promise-facts.js';
import { staysOnRecord } from './stays-on-record.js';

export interface Statement {
  readonly sql: string;
  readonly params: readonly string[];
}

const words = (states: readonly TopicState[]) => states.map((state) => `'${state}'`).join(', ');

/** topicFate of shared, as an expression. */
const FATE = `CASE ${TOPIC_FATES.map((fate) => {
  const { states, ending } = placesOfFate(fate);
  const ended = ending === null ? '' : ` AND COALESCE(t.ending, 'no_promise') = '${ending}'`;
  return `WHEN t.state IN (${words(states)})${ended} THEN '${fate}'`;
}).join(' ')} END`;

const SEEN = "CASE WHEN t.sensitive = 1 THEN 'sensitive' WHEN t.is_public = 1 THEN 'public' ELSE 'unseen' END";

/** The same of a stay that a move of it ended. */
const STAY_SEEN = `CASE WHEN t.sensitive = 0 AND t.is_public = 1 AND s.is_public = 0 THEN 'unseen' ELSE ${SEEN} END`;

/** Was ever submitted; the opposite of isPrivateDraft, and what a topic needs to count. */
export const SUBMITTED =
  "t.submitted_at IS NOT NULL AND t.state <> 'draft' AND NOT (t.state = 'withdrawn' AND COALESCE(t.held_from, '') = 'draft')";

const STOOD = "CASE WHEN t.state IN ('suspended', 'withdrawn') THEN COALESCE(t.held_from, '') ELSE t.state END";

/** milestonesOf of shared, as conditions. */
export const MILESTONE_SQL: Readonly<Record<Milestone, string>> = {
  accepted: 't.accepted_at IS NOT NULL',
  planned: `t.plan_id IS NOT NULL AND ${STOOD} IN (${words(PLANNED_STATES)})`,
  deliberated: `${STOOD} IN (${words(DELIBERATED_STATES)})`,
  promised: 't.promised_at IS NOT NULL',
  kept: "t.state = 'closed' AND t.ending = 'kept'",
};

/** The figures of a township counted from its topics, their events and its promises, whatever the cells say. */
export function recountOf(database: Pick<DataSource, 'options'>, township: string): Statement {
  const month = chinaMonthOf(database, 't.submitted_at');
  const topics = (measure: string, name: string, condition = '1 = 1') =>
    `SELECT '${measure}' AS measure, ${month} AS period, ${name} AS name, ${SEEN} AS seen, COUNT(*) AS n
     FROM topics t WHERE t.township = ? AND ${SUBMITTED} AND ${condition} GROUP BY period, name, seen`;
  const parts = [
    topics('fate', FATE),
    topics('source', 't.source'),
    topics('theme', 't.category'),
    ...Object.entries(MILESTONE_SQL).map(([milestone, condition]) =>
      topics('milestone', `'${milestone}'`, `(${condition})`),
    ),
  ];
  parts.push(
    `SELECT 'stay' AS measure, s.left_month AS period,
       ${joined(database, ['s.state', "':'", 's.days'])} AS name, ${STAY_SEEN} AS seen, COUNT(*) AS n
     FROM (${staysOnRecord(database, 'e.township = ?')}) s JOIN topics t ON t.id = s.topic_id GROUP BY period, name, seen`,
  );
  parts.push(
    ...promiseRecounts({
      joined: (...texts) => joined(database, texts),
      month: (moment) => chinaMonthOf(database, moment),
    }),
  );
  return { sql: parts.join(' UNION ALL '), params: parts.map(() => township) };
}

function joined({ options }: Pick<DataSource, 'options'>, texts: readonly string[]): string {
  return options.type === 'mariadb' || options.type === 'mysql' ? `CONCAT(${texts.join(', ')})` : texts.join(' || ');
}

/** The figures of a county as those of its townships say. */
export function sumOfTownships(county: string): Statement {
  const under = 'region LIKE ? AND LENGTH(region) = 9';
  return {
    sql: `SELECT measure, period, name, seen, n FROM figure_cells WHERE ${under}
      UNION ALL SELECT measure, period, name, seen, n FROM figure_deltas WHERE ${under}`,
    params: [`${county}%`, `${county}%`],
  };
}

/** Where the figures of the years of a region differ from what its cells add up to: by how much each is short. */
export function shortOfYears(region: string): Statement {
  return {
    sql: `SELECT measure, period, name, seen, SUM(n) AS n FROM (
        SELECT measure, SUBSTR(period, 1, 4) AS period, name, seen, n FROM figure_cells WHERE region = ?
        UNION ALL SELECT measure, period, name, seen, -n FROM figure_years WHERE region = ?
      ) both_sides GROUP BY measure, period, name, seen HAVING SUM(n) <> 0`,
    params: [region, region],
  };
}

/**
 * Where the figures of a region differ from what they should be: by how much each cell is short. One statement, so
 * both sides are read at one moment.
 */
export function shortOf(region: string, { sql, params }: Statement): Statement {
  return {
    sql: `SELECT measure, period, name, seen, SUM(n) AS n FROM (
        ${sql}
        UNION ALL SELECT measure, period, name, seen, -n FROM figure_cells WHERE region = ?
        UNION ALL SELECT measure, period, name, seen, -n FROM figure_deltas WHERE region = ?
      ) both_sides GROUP BY measure, period, name, seen HAVING SUM(n) <> 0`,
    params: [...params, region, region],
  };
}
