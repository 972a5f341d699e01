import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { whole } from './columns.js';

const QUESTIONS = ['process', 'result'];
const RATINGS = ['satisfied', 'fair', 'dissatisfied'];
const ANSWERS = QUESTIONS.flatMap((question) => RATINGS.map((rating) => ({ question, rating })));
const COLUMNS = ANSWERS.map(
  ({ question, rating }) => new TableColumn(whole(`${question}_${rating}`, { default: '0' })),
);
const JOB = '01KB00000000000000QUESTION';

/** What was answered on how a promise was deliberated and settled, kept beside what was answered on how it was handled. */
export class EvaluationAnswers1764498100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumns('tasks', COLUMNS);
    // The evaluation that runs or ran last, as TaskEntity keeps its answers on handling.
    const tally = `(SELECT e.tally FROM task_evaluations e
      WHERE e.task_id = tasks.id AND e.opened_at IS NOT NULL ORDER BY e.round DESC LIMIT 1)`;
    const sets = ANSWERS.map(
      ({ question, rating }) =>
        `${question}_${rating} = COALESCE(JSON_EXTRACT(${tally}, '$.all.${question}.${rating}'), 0)`,
    );
    await queryRunner.query(`UPDATE tasks SET ${sets.join(', ')} WHERE satisfied + fair + dissatisfied > 0`);
    // What was there before is counted by the first worker that starts.
    await queryRunner.query(
      `INSERT INTO jobs (id, kind, lane, dedupe_key, payload, state, run_at, attempts, failures, last_error, created_at, done_at)
       SELECT '${JOB}', 'figures.reconcile', NULL, 'figures.reconcile:questions', '{}', 'waiting', 0, 0, 0, NULL, 0, NULL
       FROM (SELECT COUNT(*) AS n FROM tasks WHERE satisfied + fair + dissatisfied > 0) there WHERE there.n > 0`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM jobs WHERE id = '${JOB}'`);
    for (const table of ['figure_deltas', 'figure_cells']) {
      await queryRunner.query(`DELETE FROM ${table} WHERE measure IN ('process', 'result')`);
    }
    await queryRunner.dropColumns('tasks', COLUMNS);
  }
}
