import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { line } from './columns.js';

const PERSON = new TableColumn(line('person_id', 26));
const ANYONE = new TableColumn(line('person_id', 26, { isNullable: true }));

/** Looking up the number of somebody without an account, whom a topic was recorded for. */
export class RecordedReveals1764229500000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.changeColumn('phone_reveals', PERSON, ANYONE);
    await queryRunner.addColumn('phone_reveals', new TableColumn(line('topic_id', 26, { isNullable: true })));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DELETE FROM phone_reveals WHERE person_id IS NULL');
    await queryRunner.dropColumn('phone_reveals', 'topic_id');
    await queryRunner.changeColumn('phone_reveals', ANYONE, PERSON);
  }
}
