import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { text } from './columns.js';

/** Where on the map a topic is about. */
export class TopicLocation1764220000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumn('topics', new TableColumn(text('location', { isNullable: true })));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('topics', 'location');
  }
}
