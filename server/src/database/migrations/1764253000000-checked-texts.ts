import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { moment } from './columns.js';

const INDEX = new TableIndex({ name: 'IDX_44e5e092c76c4451866ef2713c', columnNames: ['text_until'] });
/** 184 days, in ms. */
const KEPT = 15_897_600_000;

/** When the words of a check are let go. */
export class CheckedTexts1764253000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumn('content_checks', new TableColumn(moment('text_until', { isNullable: true })));
    await queryRunner.createIndex('content_checks', INDEX);
    await queryRunner.query(
      `UPDATE content_checks SET text_until = COALESCE(superseded_at, moved_at) + ${KEPT}
       WHERE superseded_at IS NOT NULL OR state NOT IN ('pending', 'in_review')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropIndex('content_checks', INDEX);
    await queryRunner.dropColumn('content_checks', 'text_until');
  }
}
