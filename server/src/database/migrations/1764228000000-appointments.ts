import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { line, moment } from './columns.js';

const EVENTS = new Table({
  name: 'staff_events',
  columns: [
    line('id', 26, { isPrimary: true }),
    line('county', 12),
    line('action', 24),
    line('actor_id', 26, { isNullable: true }),
    line('person_id', 26),
    line('role', 24, { isNullable: true }),
    line('region', 12, { isNullable: true }),
    line('department_id', 26, { isNullable: true }),
    line('request_id', 40, { isNullable: true }),
    moment('at'),
  ],
  indices: [
    { name: 'IDX_0494bbf8baa5d0bf47ac11774d', columnNames: ['county', 'id'] },
    { name: 'IDX_3c655ee48f8967bd917cffa7ce', columnNames: ['person_id', 'id'] },
    { name: 'IDX_6675af0053f2d4b17e1434a8d7', columnNames: ['actor_id'] },
  ],
});

const HOMES = new TableIndex({ name: 'IDX_c23f3c96aca032723ae856a126', columnNames: ['home_township'] });

/** Who gave and took roles; and who lives in a county. */
export class Appointments1764228000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(EVENTS);
    await queryRunner.createIndex('people', HOMES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropIndex('people', HOMES);
    await queryRunner.dropTable(EVENTS);
  }
}
