import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { moment } from './columns.js';

/**
 * What cannot be done yet stands in no inbox: answers to objections nobody made, evaluations that still run, and an
 * evaluation of what nobody has been to see. Small sessions (微协商) become the work of whoever called them.
 */
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
    await queryRunner.query(
      'UPDATE todos SET remind_at = opens_at WHERE opens_at IS NOT NULL AND remind_at < opens_at',
    );
    await queryRunner.query(
      `UPDATE todos SET does = '请人到现场看' WHERE kind = 'task' AND does = '组织评议' AND EXISTS (
         SELECT 1 FROM tasks t WHERE t.id = todos.item_id AND t.reply_class = 'A' AND t.parent_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM task_visits v WHERE v.task_id = t.id AND v.replied_at = t.replied_at))`,
    );
    const small: { id: string; initiator_id: string }[] = await queryRunner.query(
      `SELECT t.id, s.initiator_id FROM todos t JOIN sessions s ON s.id = t.item_id
       WHERE t.kind = 'session' AND s.format = 'micro' AND t.assignee LIKE 'convener@%'
       AND t.does IN ('发布会议通知', '按时开会', '结束会议', '另定时间')`,
    );
    for (const { id, initiator_id } of small)
      await queryRunner.query('UPDATE todos SET assignee = ? WHERE id = ?', [`person:${initiator_id}`, id]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('todos', 'opens_at');
  }
}
