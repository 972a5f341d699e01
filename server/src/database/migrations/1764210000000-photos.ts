import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { moment } from './columns.js';

/** Since when a photo has belonged to nothing, so that it can be let go. */
export class Photos1764210000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('attachments', new TableColumn(moment('loose_since', { isNullable: true })));
    await runner.query('UPDATE attachments SET loose_since = created_at WHERE owner_kind IS NULL');
    await runner.createIndex(
      'attachments',
      new TableIndex({ name: 'IDX_e057d0b22f6ce7588f4f3c3d8b', columnNames: ['loose_since'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('attachments', 'IDX_e057d0b22f6ce7588f4f3c3d8b');
    await runner.dropColumn('attachments', 'loose_since');
  }
}
