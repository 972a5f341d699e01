import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { line, moment, text } from './columns.js';

const PERSON = new TableColumn(line('person_id', 26));
const ANYONE = new TableColumn(line('person_id', 26, { isNullable: true }));
const UNTIL = new TableIndex({ name: 'IDX_1aa942b804a799a28c17004647', columnNames: ['names_until'] });

/** Those who take part in a session without an account: their names, encrypted, and how long these are kept. */
export class SessionGuests1764497000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.changeColumn('participants', PERSON, ANYONE);
    await queryRunner.addColumns('participants', [
      new TableColumn(text('guest_name', { isNullable: true })),
      new TableColumn(text('guest_unit', { isNullable: true })),
      new TableColumn(moment('names_until', { isNullable: true })),
    ]);
    await queryRunner.createIndex('participants', UNTIL);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DELETE FROM participants WHERE person_id IS NULL');
    await queryRunner.dropIndex('participants', UNTIL);
    await queryRunner.dropColumns('participants', ['guest_name', 'guest_unit', 'names_until']);
    await queryRunner.changeColumn('participants', ANYONE, PERSON);
  }
}
