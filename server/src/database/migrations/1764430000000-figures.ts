import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex, type TableOptions } from 'typeorm';
import { flag, line, moment, whole } from './columns.js';

const CARRIED_OVER = flag('carried_over', { default: '0' });
const TOPIC_COLUMNS = [
  moment('submitted_at', { isNullable: true }),
  moment('promised_at', { isNullable: true }),
  line('ending', 24, { isNullable: true }),
];
const ROWS = ['submitted_at', 'id', 'state', 'source', 'category'];
const INDICES = [
  new TableIndex({ name: 'IDX_b125c297c135f004638e5bd171', columnNames: ['township', ...ROWS] }),
  new TableIndex({ name: 'IDX_5bd54621735718fdb779526975', columnNames: ['county', ...ROWS] }),
];

const TABLES: TableOptions[] = [
  {
    name: 'figure_cells',
    withoutRowid: true,
    columns: [
      line('region', 12, { isPrimary: true }),
      line('measure', 12, { isPrimary: true }),
      line('period', 7, { isPrimary: true }),
      line('name', 32, { isPrimary: true }),
      line('seen', 12, { isPrimary: true }),
      whole('n', { default: '0' }),
    ],
  },
  {
    name: 'figure_deltas',
    columns: [
      { ...whole('id', { isPrimary: true }), isGenerated: true, generationStrategy: 'increment' },
      line('region', 12),
      line('measure', 24),
      line('period', 7),
      line('name', 32),
      line('seen', 24),
      whole('n', { default: '0' }),
    ],
    indices: [{ name: 'IDX_7451b6eaba49e184d5724abd57', columnNames: ['region', 'measure', 'period'] }],
  },
];

/** The tasks of a topic's sessions, each promise once. */
const PROMISES = `session_topics s JOIN tasks k ON k.session_id = s.session_id
  WHERE s.topic_id = topics.id AND k.parent_id IS NULL`;
const OWN = `SELECT COUNT(*) FROM ${PROMISES} AND k.carried_over = 0`;
const KEPT = `${OWN} AND k.reply_class IN ('A', 'B')`;

const FILL = [
  `UPDATE tasks SET carried_over = 1 WHERE state = 'closed' AND EXISTS (
     SELECT 1 FROM events e WHERE e.kind = 'task' AND e.item_id = tasks.id AND e.action = 'carry_over')`,
  `UPDATE topics SET submitted_at = COALESCE((SELECT MIN(e.at) FROM events e
     WHERE e.kind = 'topic' AND e.item_id = topics.id AND e.action = 'submit'), created_at)
   WHERE state <> 'draft' AND NOT (state = 'withdrawn' AND COALESCE(held_from, '') = 'draft')`,
  `UPDATE topics SET promised_at = (SELECT MIN(k.created_at) FROM ${PROMISES})`,
  `UPDATE topics SET ending = CASE
     WHEN (${OWN}) = 0 AND EXISTS (SELECT 1 FROM session_topics s JOIN outcomes o ON o.session_id = s.session_id
       WHERE s.topic_id = topics.id AND o.conclusion <> 'none') THEN 'no_promise'
     WHEN (${OWN}) = 0 THEN 'no_consensus'
     WHEN (${KEPT}) = 0 THEN 'explained'
     WHEN (${KEPT}) = (${OWN}) THEN 'kept'
     ELSE 'partly_kept' END
   WHERE state = 'closed'`,
  // What was there before is counted by the first worker that starts.
  `INSERT INTO jobs (id, kind, lane, dedupe_key, payload, state, run_at, attempts, failures, last_error, created_at, done_at)
   SELECT '01KB0000000000000000FIGURE', 'figures.reconcile', NULL, 'figures.reconcile:first', '{}', 'waiting', 0, 0, 0, NULL, 0, NULL
   FROM (SELECT COUNT(*) AS n FROM topics) there WHERE there.n > 0`,
];

/** When a topic was submitted and promised and how it ended, and the figures that are kept of all of them. */
export class Figures1764430000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumn('tasks', new TableColumn(CARRIED_OVER));
    for (const column of TOPIC_COLUMNS) await queryRunner.addColumn('topics', new TableColumn(column));
    for (const table of TABLES) await queryRunner.createTable(new Table(table));
    for (const sql of FILL) await queryRunner.query(sql);
    for (const index of INDICES) await queryRunner.createIndex('topics', index);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const index of INDICES) await queryRunner.dropIndex('topics', index);
    await queryRunner.query("DELETE FROM jobs WHERE kind = 'figures.reconcile'");
    for (const { name } of [...TABLES].reverse()) await queryRunner.dropTable(name);
    for (const { name } of TOPIC_COLUMNS) await queryRunner.dropColumn('topics', name);
    await queryRunner.dropColumn('tasks', CARRIED_OVER.name);
  }
}
