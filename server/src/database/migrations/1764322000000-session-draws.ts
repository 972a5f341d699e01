import { type MigrationInterface, type QueryRunner, Table, type TableOptions } from 'typeorm';
import { line, moment, text, whole } from './columns.js';

const TABLES: TableOptions[] = [
  {
    name: 'session_draws',
    columns: [
      line('id', 26, { isPrimary: true }),
      line('session_id', 26),
      whole('round'),
      line('state', 24),
      text('quotas'),
      line('seed', 64),
      line('seed_hash', 64),
      text('reason', { isNullable: true }),
      whole('next_ticket'),
      text('drawn'),
      line('opened_by', 26),
      moment('opened_at'),
      moment('drawn_at', { isNullable: true }),
    ],
    indices: [{ name: 'IDX_811c7f5309f3bae2965f31484c', columnNames: ['session_id', 'round'], isUnique: true }],
  },
  {
    name: 'draw_entries',
    columns: [
      line('id', 26, { isPrimary: true }),
      line('draw_id', 26),
      line('person_id', 26),
      line('category', 24),
      whole('ticket'),
      moment('created_at'),
    ],
    indices: [
      { name: 'IDX_1d62d3968435d0c195017bddda', columnNames: ['draw_id', 'person_id'], isUnique: true },
      { name: 'IDX_68fb747d7bae7c7be4f717ac7f', columnNames: ['draw_id', 'ticket'], isUnique: true },
      { name: 'IDX_a984ccafb5f623792a3dd7c7e7', columnNames: ['person_id'] },
    ],
  },
];

/** Draws of participants, and who was willing. */
export class SessionDraws1764322000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.createTable(new Table(table));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [...TABLES].reverse()) await queryRunner.dropTable(name);
  }
}
