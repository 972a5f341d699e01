import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { flag, line, moment, whole } from './columns.js';

const DAY_MS = 86_400_000;
/** Of China before UTC. */
const CHINA_SECONDS = 8 * 60 * 60;
const STATES = [
  'submitted',
  'returned',
  'accepted',
  'shortlisted',
  'party_review',
  'county_review',
  'planned',
  'deliberating',
  'resolving',
  'suspended',
];
const LONGEST = ['days', 'left_at', 'id', 'listed'];
const ROWS = ['state', 'left_at', 'id', 'listed', 'days', 'topic_id'];
const STAYS = new Table({
  name: 'topic_stays',
  columns: [
    line('id', 26, { isPrimary: true }),
    line('topic_id', 26),
    line('county', 12),
    line('township', 12),
    line('state', 24),
    whole('days', { default: '0' }),
    flag('is_public'),
    flag('listed'),
    moment('left_at'),
    line('left_month', 7),
  ],
});
const INDICES = [
  new TableIndex({ name: 'IDX_9da10489e74cc35789bab7fb04', columnNames: ['topic_id'] }),
  new TableIndex({ name: 'IDX_141600cf668e552f7ed7104e23', columnNames: ['township', ...ROWS] }),
  new TableIndex({ name: 'IDX_cd87d5fd936053d667d330dda3', columnNames: ['county', ...ROWS] }),
  new TableIndex({ name: 'IDX_fd7d78285ff62596d1d62a6afd', columnNames: ['township', 'state', ...LONGEST] }),
  new TableIndex({ name: 'IDX_b48daa94233a20d02039b6b12a', columnNames: ['county', 'state', ...LONGEST] }),
  new TableIndex({
    name: 'IDX_f121e0d466a406ee2285d74198',
    columnNames: ['township', 'state', 'left_month', ...LONGEST, 'topic_id'],
  }),
  new TableIndex({
    name: 'IDX_2acb28a711ec60a8af1c168020',
    columnNames: ['county', 'state', 'left_month', ...LONGEST, 'topic_id'],
  }),
];
const JOB = '01KB000000000000000000STAY';

/** Each time that a topic stood in a state and left it, so that what took long can be opened; those of before come from the record. */
export class TopicStays1764498000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(STAYS);
    const onSqlite = queryRunner.connection.options.type === 'better-sqlite3';
    const integer = onSqlite ? 'INTEGER' : 'SIGNED';
    const took = '(m.at - m.since)';
    const month = onSqlite
      ? `strftime('%Y-%m', m.at / 1000 + ${CHINA_SECONDS}, 'unixepoch')`
      : `DATE_FORMAT(DATE_ADD('1970-01-01', INTERVAL (m.at DIV 1000 + ${CHINA_SECONDS}) SECOND), '%Y-%m')`;
    await queryRunner.query(
      `INSERT INTO topic_stays (id, topic_id, county, township, state, days, is_public, listed, left_at, left_month)
       SELECT m.id, t.id, t.county, t.township, m.from_state,
         CAST((${took} - ${took} % ${DAY_MS}) / ${DAY_MS} AS ${integer}), m.is_public,
         CASE WHEN m.is_public = 1 AND t.is_public = 1 AND t.sensitive = 0 THEN 1 ELSE 0 END, m.at,
         ${month}
       FROM (SELECT e.id, e.item_id, e.is_public, e.at, e.from_state, LAG(e.at) OVER (PARTITION BY e.item_id ORDER BY e.id) AS since
         FROM events e WHERE e.kind = 'topic' AND (e.from_state IS NULL OR e.from_state <> e.to_state)) m
       JOIN topics t ON t.id = m.item_id
       WHERE m.since IS NOT NULL AND m.from_state IN (${STATES.map((state) => `'${state}'`).join(', ')})`,
    );
    for (const index of INDICES) await queryRunner.createIndex('topic_stays', index);
    await this.forget(queryRunner);
    // Who may open a stay is counted now: all of them anew, by the first worker that starts.
    await queryRunner.query(
      `INSERT INTO jobs (id, kind, lane, dedupe_key, payload, state, run_at, attempts, failures, last_error, created_at, done_at)
       SELECT '${JOB}', 'figures.reconcile', NULL, 'figures.reconcile:stays', '{}', 'waiting', 0, 0, 0, NULL, 0, NULL
       FROM (SELECT COUNT(*) AS n FROM topics) there WHERE there.n > 0`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM jobs WHERE id = '${JOB}'`);
    await this.forget(queryRunner);
    await queryRunner.dropTable(STAYS);
  }

  private async forget(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['figure_deltas', 'figure_cells']) {
      await queryRunner.query(`DELETE FROM ${table} WHERE measure = 'stay'`);
    }
  }
}
