import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { moment } from './columns.js';

const COLUMNS = [
  moment('first_due_at', { default: '0' }),
  moment('last_word_at', { default: '0' }),
  moment('paused_at', { isNullable: true }),
].map((column) => new TableColumn(column));

const LIGHTS = new TableIndex({
  name: 'IDX_24a8c676511a61e7076c286ec1',
  columnNames: ['county', 'state', 'parent_id', 'due_at', 'last_word_at', 'township'],
});

/** The date promised first and the last word of a promise; what was there has had its last word when it last moved or reported. */
export class TaskLights1764410000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumns('tasks', COLUMNS);
    await queryRunner.query('UPDATE tasks SET first_due_at = due_at, last_word_at = moved_at');
    await queryRunner.query(
      `UPDATE tasks SET last_word_at = (SELECT MAX(p.at) FROM task_progress p WHERE p.task_id = tasks.id)
       WHERE EXISTS (SELECT 1 FROM task_progress p WHERE p.task_id = tasks.id AND p.at > tasks.last_word_at)`,
    );
    await queryRunner.createIndex('tasks', LIGHTS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropIndex('tasks', LIGHTS);
    await queryRunner.dropColumns('tasks', COLUMNS);
  }
}
