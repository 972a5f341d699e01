import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { line } from './columns.js';

/** The telephone number by which people without an app join a session. */
export class SessionDialIn1764470000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumn('sessions', new TableColumn(line('dial_in', 32, { isNullable: true })));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('sessions', 'dial_in');
  }
}
