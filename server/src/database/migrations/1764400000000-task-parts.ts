import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { line, whole } from './columns.js';

const COLUMNS = [
  line('parent_id', 26, { isNullable: true }),
  whole('weight', { default: '1' }),
  whole('funds_planned', { isNullable: true }),
  whole('funds_spent', { isNullable: true }),
  whole('progress', { default: '0' }),
  line('supervisor_id', 26, { isNullable: true }),
];
const INDICES = [
  new TableIndex({ name: 'IDX_b03c99063a4eaf084f069a4d5a', columnNames: ['parent_id'] }),
  new TableIndex({ name: 'IDX_be76048a2b676ae465522037d1', columnNames: ['supervisor_id', 'due_at', 'id'] }),
];

/** A promise may have parts, how far it is, what it costs, and a leader who sees to it. */
export class TaskParts1764400000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await queryRunner.addColumn('tasks', new TableColumn(column));
    for (const index of INDICES) await queryRunner.createIndex('tasks', index);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const index of INDICES) await queryRunner.dropIndex('tasks', index);
    for (const { name } of COLUMNS) await queryRunner.dropColumn('tasks', name);
  }
}
