import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const ROWS = ['created_at', 'id', 'state', 'reply_class', 'carried_over', 'listed', 'parent_id', 'due_at'];
const INDICES = [
  new TableIndex({ name: 'IDX_ef4785a480c06ec92d6667eb75', columnNames: ['county', ...ROWS] }),
  new TableIndex({ name: 'IDX_88f9878451011020293d8995b3', columnNames: ['township', ...ROWS] }),
];

/** What was promised in a period, and how it stands, is counted without reading a row. */
export class PromisedIn1764458430000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const index of INDICES) await queryRunner.createIndex('tasks', index);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const index of INDICES) await queryRunner.dropIndex('tasks', index);
  }
}
