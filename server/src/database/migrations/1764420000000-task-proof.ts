import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex, type TableOptions } from 'typeorm';
import { newId } from '../../common/ids.js';
import { flag, line, moment, text, whole } from './columns.js';

const BATCH = 500;

const TABLES: TableOptions[] = [
  {
    name: 'task_visits',
    columns: [
      line('id', 26, { isPrimary: true }),
      line('task_id', 26),
      line('person_id', 26),
      moment('replied_at'),
      line('capacity', 24),
      moment('visited_at'),
      line('finding', 24),
      text('text'),
      line('content', 24, { default: "'pending'" }),
      moment('created_at'),
    ],
    indices: [
      {
        name: 'IDX_285a60fc445443b34c0a2356e5',
        columnNames: ['task_id', 'person_id', 'replied_at'],
        isUnique: true,
      },
      { name: 'IDX_2834b0adc7ab9add9795615f4a', columnNames: ['person_id'] },
    ],
  },
  {
    name: 'task_evaluations',
    columns: [
      line('id', 26, { isPrimary: true }),
      line('task_id', 26),
      whole('round', { default: '0' }),
      line('seed', 64),
      line('seed_hash', 64),
      whole('pool', { default: '0' }),
      text('drawn'),
      text('tally', { isNullable: true }),
      moment('committed_at'),
      moment('opened_at', { isNullable: true }),
      moment('ends_at', { isNullable: true }),
      moment('concluded_at', { isNullable: true }),
      line('verdict', 24, { isNullable: true }),
    ],
    indices: [{ name: 'IDX_9c31f58536cce23a3fc25dfe21', columnNames: ['task_id', 'round'], isUnique: true }],
  },
  {
    name: 'task_samples',
    columns: [
      line('task_id', 26, { isPrimary: true }),
      line('person_id', 26, { isPrimary: true }),
      line('evaluation_id', 26),
      moment('drawn_at'),
    ],
    indices: [{ name: 'IDX_9444fab3c012c8396af6d4e7e3', columnNames: ['person_id'] }],
  },
  {
    name: 'task_look_backs',
    columns: [
      line('id', 26, { isPrimary: true }),
      line('task_id', 26),
      moment('closed_at'),
      whole('nth'),
      moment('ask_at'),
      moment('asked_at', { isNullable: true }),
      moment('closes_at', { isNullable: true }),
      whole('yes', { default: '0' }),
      whole('no', { default: '0' }),
      moment('waiting_since', { isNullable: true }),
      moment('reopened_at', { isNullable: true }),
      text('reply_text', { isNullable: true }),
      moment('replied_at', { isNullable: true }),
    ],
    indices: [
      { name: 'IDX_e11ca21c63d6dfacd256af0820', columnNames: ['task_id', 'closed_at', 'nth'], isUnique: true },
      { name: 'IDX_a5759d0d902ec5f230b7f92dd7', columnNames: ['asked_at', 'ask_at', 'id'] },
    ],
  },
  {
    name: 'look_back_answers',
    columns: [
      line('id', 26, { isPrimary: true }),
      line('look_back_id', 26),
      line('person_id', 26),
      flag('works'),
      text('reason', { isNullable: true }),
      line('content', 24, { default: "'pending'" }),
      moment('at'),
    ],
    indices: [
      { name: 'IDX_e558d5dd763cd63c7db4fc8f97', columnNames: ['look_back_id', 'person_id'], isUnique: true },
      { name: 'IDX_a30c47a6583454554077984b98', columnNames: ['person_id'] },
    ],
  },
];
const TASK_COLUMNS = [moment('review_at', { isNullable: true }), moment('closed_at', { isNullable: true })];
const KIND = line('kind', 24, { isNullable: true });

/** A promise counts as kept only once it was seen, rated, and still holds when it is looked back at. */
export class TaskProof1764420000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const { indices = [], ...table } of TABLES) {
      await queryRunner.createTable(new Table(table));
      for (const index of indices) await queryRunner.createIndex(table.name, new TableIndex(index));
    }
    for (const column of TASK_COLUMNS) await queryRunner.addColumn('tasks', new TableColumn(column));
    await queryRunner.addColumn('ratings', new TableColumn(KIND));
    await queryRunner.query(
      `UPDATE tasks SET closed_at = moved_at WHERE state = 'closed' AND NOT EXISTS
         (SELECT 1 FROM events e WHERE e.kind = 'task' AND e.item_id = tasks.id AND e.action = 'carry_over')`,
    );
    await keepEvaluations(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('ratings', KIND.name);
    for (const { name } of TASK_COLUMNS) await queryRunner.dropColumn('tasks', name);
    for (const { name } of [...TABLES].reverse()) await queryRunner.dropTable(name);
  }
}

interface Evaluated {
  id: string;
  state: string;
  evaluation_ends_at: string | number;
  moved_at: string | number;
}
interface Answered {
  task_id: string;
  process: string;
  result: string;
  handling: string;
  n: string | number;
}

/** The evaluation that runs or ran last of each task becomes one on record. */
async function keepEvaluations(queryRunner: QueryRunner): Promise<void> {
  let after = '';
  for (;;) {
    const tasks: Evaluated[] = await queryRunner.query(
      `SELECT id, state, evaluation_ends_at, moved_at FROM tasks
       WHERE id > ? AND evaluation_ends_at IS NOT NULL ORDER BY id LIMIT ${BATCH}`,
      [after],
    );
    if (tasks.length === 0) return;
    const answers: Answered[] = await queryRunner.query(
      `SELECT task_id, process, result, handling, COUNT(*) AS n FROM ratings
       WHERE task_id IN (${tasks.map(() => '?').join(', ')}) GROUP BY task_id, process, result, handling`,
      tasks.map(({ id }) => id),
    );
    for (const task of tasks) {
      const runs = task.state === 'evaluating';
      const endsAt = Number(task.evaluation_ends_at);
      await queryRunner.query(
        `INSERT INTO task_evaluations
           (id, task_id, round, seed, seed_hash, pool, drawn, tally, committed_at, opened_at, ends_at, concluded_at)
         VALUES (?, ?, 1, '', '', 0, '[]', ?, ?, ?, ?, ?)`,
        [
          newId(endsAt),
          task.id,
          JSON.stringify(tally(answers.filter(({ task_id }) => task_id === task.id))),
          Number(task.moved_at),
          Math.min(Number(task.moved_at), endsAt),
          endsAt,
          runs ? null : Math.max(Number(task.moved_at), endsAt),
        ],
      );
    }
    after = tasks[tasks.length - 1]?.id ?? '';
  }
}

function tally(answers: readonly Answered[]) {
  const count = (question: 'process' | 'result' | 'handling', rating: string) =>
    answers.filter((one) => one[question] === rating).reduce((sum, { n }) => sum + Number(n), 0);
  const of = (question: 'process' | 'result' | 'handling') => ({
    satisfied: count(question, 'satisfied'),
    fair: count(question, 'fair'),
    dissatisfied: count(question, 'dissatisfied'),
  });
  return { all: { process: of('process'), result: of('result'), handling: of('handling') }, byKind: {} };
}
