import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { flag } from './columns.js';

const LISTED = flag('listed', { default: '0' });
const INDICES = [
  new TableIndex({ name: 'IDX_5213ea8bbf97e20ba3559c3187', columnNames: ['county', 'listed', 'id'] }),
  new TableIndex({ name: 'IDX_5d043d11d4fc09a6011dfa6e10', columnNames: ['township', 'listed', 'id'] }),
  new TableIndex({ name: 'IDX_a6c24b928e4976bffd3219ca06', columnNames: ['county', 'listed', 'category', 'id'] }),
  new TableIndex({ name: 'IDX_6f182029d12b26dcb249f30ffb', columnNames: ['township', 'listed', 'category', 'id'] }),
  new TableIndex({ name: 'IDX_525f49e7e8b405338af31f04e5', columnNames: ['county', 'listed', 'promised_year', 'id'] }),
  new TableIndex({
    name: 'IDX_728039458be0b56025afa3449d',
    columnNames: ['township', 'listed', 'promised_year', 'id'],
  }),
  new TableIndex({ name: 'IDX_e285fd2364dcb2362fdeece9c1', columnNames: ['county', 'listed', 'reply_class', 'id'] }),
  new TableIndex({ name: 'IDX_157f9c90301af8bd40a08e1186', columnNames: ['township', 'listed', 'reply_class', 'id'] }),
  new TableIndex({
    name: 'IDX_89483b19a7a53a8910cc2d2e54',
    columnNames: ['county', 'listed', 'lead_department_id', 'id'],
  }),
  new TableIndex({
    name: 'IDX_713998924eaf05025e900bf8f0',
    columnNames: ['township', 'listed', 'lead_department_id', 'id'],
  }),
  new TableIndex({ name: 'IDX_45efde5b9967c212ea173c55bf', columnNames: ['county', 'listed', 'state', 'due_at'] }),
  new TableIndex({ name: 'IDX_48c945c372238c41bd8a4438c5', columnNames: ['township', 'listed', 'state', 'due_at'] }),
];

/** Which promises stand in the public ledger, and an index for each way to look through it. */
export class Ledger1764451000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumn('tasks', new TableColumn(LISTED));
    await queryRunner.query(
      `UPDATE tasks SET listed = 1 WHERE parent_id IS NULL AND content = 'passed'
         AND EXISTS (SELECT 1 FROM session_topics s JOIN topics t ON t.id = s.topic_id
           WHERE s.session_id = tasks.session_id AND t.is_public = 1)`,
    );
    for (const index of INDICES) await queryRunner.createIndex('tasks', index);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const index of INDICES) await queryRunner.dropIndex('tasks', index);
    await queryRunner.dropColumn('tasks', 'listed');
  }
}
