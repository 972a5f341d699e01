import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex, type TableOptions } from 'typeorm';
import { line, moment, text, whole } from './columns.js';

const TABLES: TableOptions[] = [
  {
    name: 'messages',
    columns: [
      line('id', 26, { isPrimary: true }),
      line('person_id', 26),
      line('dedupe_key', 80),
      line('kind', 24, { isNullable: true }),
      line('item_id', 26, { isNullable: true }),
      line('title', 40),
      line('body', 400),
      line('template', 24, { isNullable: true }),
      text('facts', { isNullable: true }),
      moment('created_at'),
      moment('read_at', { isNullable: true }),
      line('push_state', 24, { isNullable: true }),
      line('push_id', 32, { isNullable: true }),
    ],
    indices: [
      { name: 'IDX_2b44244d8377c57a73e91fa1e1', columnNames: ['person_id', 'dedupe_key'], isUnique: true },
      { name: 'IDX_3a4c90795c53b1233a8514c1b0', columnNames: ['person_id', 'id'] },
      { name: 'IDX_7185d2fb77b8a39db64189d04c', columnNames: ['person_id', 'read_at'] },
      { name: 'IDX_b2389d1e005ecad2d7769a5346', columnNames: ['read_at'] },
      { name: 'IDX_e8a00eafda83b27033f4b8f4e2', columnNames: ['push_id'] },
    ],
  },
  {
    name: 'subscriptions',
    columns: [
      line('openid', 64, { isPrimary: true }),
      line('template_id', 64, { isPrimary: true }),
      whole('balance', { default: '0' }),
      whole('unpaired', { default: '0' }),
      moment('updated_at'),
    ],
  },
];

const REMIND_AT = new TableColumn(moment('remind_at', { isNullable: true }));
const BY_REMIND_AT = new TableIndex({ name: 'IDX_b5f4ba1f545ad480b79b25d9e2', columnNames: ['remind_at', 'id'] });

/** What people are told, and when whoever has to do something is reminded. */
export class Messages1764212000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.createTable(new Table(table));
    await queryRunner.addColumn('todos', REMIND_AT);
    await queryRunner.query('UPDATE todos SET remind_at = due_at');
    await queryRunner.createIndex('todos', BY_REMIND_AT);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropIndex('todos', BY_REMIND_AT);
    await queryRunner.dropColumn('todos', REMIND_AT);
    for (const { name } of [...TABLES].reverse()) await queryRunner.dropTable(name);
  }
}
