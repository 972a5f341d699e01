import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { line } from './columns.js';

/** A name that somebody asked for, until it has passed. */
export class Nicknames1764229000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumn('people', new TableColumn(line('proposed_name', 40, { isNullable: true })));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('people', 'proposed_name');
  }
}
