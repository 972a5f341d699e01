import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { line, moment, text } from './columns.js';

/** What people chose to say of themselves. */
export class ToldProfiles1764323000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'told_profiles',
        columns: [
          line('person_id', 26, { isPrimary: true }),
          line('age_band', 24, { isNullable: true }),
          line('community', 12, { isNullable: true }),
          text('interests'),
          moment('updated_at'),
        ],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('told_profiles');
  }
}
