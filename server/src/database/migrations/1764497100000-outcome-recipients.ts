import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { text } from './columns.js';

/** The bodies that a report is sent to (报送单位). */
export class OutcomeRecipients1764497100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumn('outcomes', new TableColumn(text('recipients', { isNullable: true })));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumn('outcomes', 'recipients');
  }
}
