import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { whole } from './columns.js';

const TABLES = ['sessions', 'outcomes'] as const;

/** Which of two who change a session or an outcome at once came second. */
export class CoreRevisions1764202000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await queryRunner.addColumn(table, new TableColumn(whole('revision', { default: '0' })));
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.dropColumn(table, 'revision');
  }
}
