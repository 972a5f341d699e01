import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { line, moment, text, whole } from './columns.js';

/** The papers of sessions. */
export class SessionMaterials1764321000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'session_materials',
        columns: [
          line('id', 26, { isPrimary: true }),
          line('session_id', 26, { isNullable: true }),
          line('item_id', 36, { isNullable: true }),
          line('title', 60),
          line('kind', 24),
          line('extension', 24, { isNullable: true }),
          whole('bytes', { isNullable: true }),
          text('text', { isNullable: true }),
          line('audience', 24),
          line('uploader_id', 26),
          moment('created_at'),
          moment('loose_since', { isNullable: true }),
        ],
        indices: [
          { name: 'IDX_fa0c0b148c72fd140d00520d59', columnNames: ['session_id', 'id'] },
          { name: 'IDX_a8b5ed470c8536cfd62d11315e', columnNames: ['loose_since'] },
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('session_materials');
  }
}
