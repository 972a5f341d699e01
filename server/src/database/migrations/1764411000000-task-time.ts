import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';
import { line, moment, text, whole } from './columns.js';

const TABLES = [
  new Table({
    name: 'task_requests',
    columns: [
      line('id', 26, { isPrimary: true }),
      line('task_id', 26),
      line('waiting_for', 26, { isNullable: true }),
      line('kind', 24),
      line('state', 24),
      line('person_id', 26),
      line('department_id', 26),
      text('reason'),
      moment('due_from', { isNullable: true }),
      moment('due_to', { isNullable: true }),
      line('to_department_id', 26, { isNullable: true }),
      moment('asked_at'),
      moment('decided_at', { isNullable: true }),
      line('decided_as', 24, { isNullable: true }),
      line('decider_id', 26, { isNullable: true }),
      text('decision', { isNullable: true }),
    ],
    indices: [
      { name: 'IDX_181c49dbb0ea2c7437310c0ca0', columnNames: ['task_id', 'id'] },
      { name: 'IDX_6bf4aed1edd67fe00450e153e3', columnNames: ['waiting_for'], isUnique: true },
    ],
  }),
  new Table({
    name: 'task_escalations',
    columns: [
      line('id', 26, { isPrimary: true }),
      line('task_id', 26),
      line('cause', 24),
      whole('level'),
      moment('since'),
      moment('at'),
    ],
    indices: [
      {
        name: 'IDX_6742338e28458e9a2fe1ff90bd',
        columnNames: ['task_id', 'cause', 'since', 'level'],
        isUnique: true,
      },
    ],
  }),
];
const ESCALATED = new TableColumn(moment('escalated_at', { isNullable: true }));
const WAITING = new TableIndex({
  name: 'IDX_99580ef640b8e3e96d0a5c0007',
  columnNames: ['escalated_at', 'due_at', 'id'],
});

/** What departments ask for, and that the level above was told of what is late. */
export class TaskTime1764411000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.createTable(table);
    await queryRunner.addColumn('todos', ESCALATED);
    await queryRunner.createIndex('todos', WAITING);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropIndex('todos', WAITING);
    await queryRunner.dropColumn('todos', 'escalated_at');
    for (const table of TABLES) await queryRunner.dropTable(table);
  }
}
