import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const TASKS = [
  new TableIndex({
    name: 'IDX_0e92b2d23096811e101f9f5cd4',
    columnNames: ['county', 'state', 'promised_year', 'due_at', 'id', 'created_at'],
  }),
  new TableIndex({
    name: 'IDX_bad8e0ce071cb178b89633330a',
    columnNames: ['township', 'state', 'promised_year', 'due_at', 'id', 'created_at'],
  }),
];

/** What is late of a year's promises comes without what is late of all years before it. */
export class SoonestOfAYear1764495000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const index of TASKS) await queryRunner.createIndex('tasks', index);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const index of TASKS) await queryRunner.dropIndex('tasks', index);
  }
}
