import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const OPEN = ['county', 'state', 'parent_id', 'due_at', 'last_word_at', 'township'];
const ANSWERED = ['listed', 'state', 'due_at', 'last_word_at', 'reply_class'];
const FILTERED = [...ANSWERED, 'category', 'promised_year', 'lead_department_id'];
const BEFORE = [
  new TableIndex({ name: 'IDX_24a8c676511a61e7076c286ec1', columnNames: OPEN }),
  new TableIndex({ name: 'IDX_69eaacf771ce9cd99272d798ca', columnNames: ['county', ...ANSWERED] }),
  new TableIndex({ name: 'IDX_de93419654a4580efbb3811221', columnNames: ['township', ...ANSWERED] }),
];
const AFTER = [
  new TableIndex({ name: 'IDX_012b190a57a075f4cc9f4502dc', columnNames: [...OPEN, 'listed', 'created_at'] }),
  new TableIndex({ name: 'IDX_365b95425a13f8f7568c0f495b', columnNames: ['county', ...FILTERED] }),
  new TableIndex({ name: 'IDX_459619a943859cac7d1ba40cee', columnNames: ['township', ...FILTERED] }),
];
const JOB = '01KB000000000000000PROMISE';

/** Figures of promises are kept as those of topics are; what is not done yet is counted in indexes that hold all of it. */
export class PromiseFigures1764482000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const index of AFTER) await queryRunner.createIndex('tasks', index);
    for (const index of BEFORE) await queryRunner.dropIndex('tasks', index);
    // What was there before is counted by the first worker that starts.
    await queryRunner.query(
      `INSERT INTO jobs (id, kind, lane, dedupe_key, payload, state, run_at, attempts, failures, last_error, created_at, done_at)
       SELECT '${JOB}', 'figures.reconcile', NULL, 'figures.reconcile:promises', '{}', 'waiting', 0, 0, 0, NULL, 0, NULL
       FROM (SELECT COUNT(*) AS n FROM tasks) there WHERE there.n > 0`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM jobs WHERE id = '${JOB}'`);
    for (const table of ['figure_deltas', 'figure_cells']) {
      await queryRunner.query(`DELETE FROM ${table} WHERE measure IN ('promise', 'handling', 'done')`);
    }
    for (const index of BEFORE) await queryRunner.createIndex('tasks', index);
    for (const index of AFTER) await queryRunner.dropIndex('tasks', index);
  }
}
