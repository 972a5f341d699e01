import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { line, moment, text, whole } from './columns.js';

/** What an office writes before the 通报 of a month. */
export class Bulletins1764431000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'bulletins',
        columns: [
          line('county', 12, { isPrimary: true }),
          line('month', 7, { isPrimary: true }),
          text('opening'),
          whole('revision', { default: '0' }),
          moment('updated_at'),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('bulletins');
  }
}
