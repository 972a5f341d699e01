import type { MigrationInterface, QueryRunner } from 'typeorm';

const JOB = '01KB00000000000000EVALUATE';

/** What is answered while an evaluation runs counts in no figure any more; those that did are counted anew. */
export class RunningEvaluations1764483000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `INSERT INTO jobs (id, kind, lane, dedupe_key, payload, state, run_at, attempts, failures, last_error, created_at, done_at)
       SELECT '${JOB}', 'figures.reconcile', NULL, 'figures.reconcile:evaluating', '{}', 'waiting', 0, 0, 0, NULL, 0, NULL
       FROM (SELECT COUNT(*) AS n FROM tasks WHERE state = 'evaluating') there WHERE there.n > 0`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM jobs WHERE id = '${JOB}'`);
  }
}
