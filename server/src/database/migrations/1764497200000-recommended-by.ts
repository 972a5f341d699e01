import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { text } from './columns.js';

/** Who recommended somebody for a session, encrypted as guests' names are. */
export class RecommendedBy1764497200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumn('participants', new TableColumn(text('recommended_by', { isNullable: true })));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('participants', 'recommended_by');
  }
}
