import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { moment } from './columns.js';

/** When a session was first announced: one that was cancelled before is nobody else's business. */
export class CoreSessionNotice1764201000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumn('sessions', new TableColumn(moment('announced_at', { isNullable: true })));
    await queryRunner.query(
      `UPDATE sessions SET announced_at = (SELECT MIN(e.at) FROM events e
       WHERE e.kind = 'session' AND e.item_id = sessions.id AND e.action = 'announce')`,
    );
    await queryRunner.query(
      `UPDATE events SET is_public = ?, reason_public = ?
       WHERE kind = 'session' AND action = 'cancel' AND from_state = 'preparing'`,
      [0, 0],
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('sessions', 'announced_at');
  }
}
