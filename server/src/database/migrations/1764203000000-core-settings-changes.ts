import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { line, moment, text } from './columns.js';

const TABLE = new Table({
  name: 'settings_changes',
  columns: [
    line('id', 26, { isPrimary: true }),
    line('region', 12),
    line('actor_id', 26),
    text('previous', { isNullable: true }),
    text('settings'),
    line('request_id', 40),
    moment('at'),
  ],
  indices: [{ name: 'IDX_74addd7d9014998438be1f414e', columnNames: ['region', 'id'] }],
});

/** Who changed a region's settings, and how. */
export class CoreSettingsChanges1764203000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(TABLE);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable(TABLE);
  }
}
