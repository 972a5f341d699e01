import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { line, moment, text, whole } from './columns.js';

const id = line('id', 26, { isPrimary: true });
const task = line('task_id', 26);
const person = line('person_id', 26);

const TABLES = [
  new Table({
    name: 'task_milestones',
    columns: [id, task, line('name', 40), moment('planned_at'), moment('done_at', { isNullable: true })],
    indices: [{ name: 'IDX_7b421fe37054291d2eaf2573c9', columnNames: ['task_id'] }],
  }),
  new Table({
    name: 'task_spendings',
    columns: [
      id,
      task,
      person,
      whole('amount'),
      moment('spent_at'),
      line('what', 100),
      text('reason', { isNullable: true }),
    ],
    indices: [{ name: 'IDX_c6d9ab1bcd6e3b16bcb68daba9', columnNames: ['task_id'] }],
  }),
  new Table({
    name: 'task_dependencies',
    columns: [line('task_id', 26, { isPrimary: true }), line('waits_for_id', 26, { isPrimary: true })],
    indices: [{ name: 'IDX_ecbacf9a1468a995ab2ef89ac0', columnNames: ['waits_for_id', 'task_id'] }],
  }),
  new Table({
    name: 'task_photo_pairs',
    columns: [
      id,
      task,
      line('label', 20),
      line('before_id', 26, { isNullable: true }),
      line('after_id', 26, { isNullable: true }),
    ],
    indices: [{ name: 'IDX_9fa21927f28e2e10b6b2f1b7a6', columnNames: ['task_id'] }],
  }),
  new Table({
    name: 'task_supervisions',
    columns: [id, task, person, text('text'), moment('at')],
    indices: [{ name: 'IDX_cb6be25ef4c1c4242837ede8dd', columnNames: ['task_id'] }],
  }),
  new Table({
    name: 'task_co_leads',
    columns: [line('department_id', 26, { isPrimary: true }), line('task_id', 26, { isPrimary: true })],
    indices: [{ name: 'IDX_b9bf44a8e56056cb965cb3bd9b', columnNames: ['task_id'] }],
  }),
];
const REPORT_COLUMNS = [
  line('department_id', 26, { isNullable: true }),
  whole('percent', { isNullable: true }),
  text('reason', { isNullable: true }),
];
/** Tasks at a time. */
const PAGE = 500;

/** What a promise is made of: steps, money, what it waits for, photos, supervision, and who takes part in it. */
export class TaskStructure1764401000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.createTable(table);
    for (const column of REPORT_COLUMNS) await queryRunner.addColumn('task_progress', new TableColumn(column));
    await this.fillCoLeads(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of REPORT_COLUMNS) await queryRunner.dropColumn('task_progress', name);
    for (const table of TABLES) await queryRunner.dropTable(table);
  }

  private async fillCoLeads(queryRunner: QueryRunner): Promise<void> {
    let after = '';
    for (;;) {
      const rows: { id: string; co_department_ids: string }[] = await queryRunner.query(
        `SELECT id, co_department_ids FROM tasks WHERE id > ? AND co_department_ids <> '[]' ORDER BY id LIMIT ${PAGE}`,
        [after],
      );
      for (const row of rows) {
        for (const departmentId of new Set(JSON.parse(row.co_department_ids) as string[]))
          await queryRunner.query('INSERT INTO task_co_leads (department_id, task_id) VALUES (?, ?)', [
            departmentId,
            row.id,
          ]);
      }
      if (rows.length < PAGE) return;
      after = rows.at(-1)?.id ?? '';
    }
  }
}
