import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { moment } from './columns.js';

/** What cannot be done yet stands in no inbox: answers to objections nobody made, evaluations that still run. */
export class OpeningTodos1764499000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumn('todos', new TableColumn(moment('opens_at', { isNullable: true })));
    await queryRunner.query(
      `UPDATE todos SET opens_at = (SELECT t.evaluation_ends_at FROM tasks t WHERE t.id = todos.item_id)
       WHERE kind = 'task' AND does = '处理评议结果'`,
    );
    await queryRunner.query(
      `UPDATE todos SET opens_at = due_at WHERE kind = 'minutes' AND does = '答复异议'
       AND NOT EXISTS (SELECT 1 FROM minutes_objections o WHERE o.minutes_id = todos.item_id AND o.answered_at IS NULL)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('todos', 'opens_at');
  }
}
