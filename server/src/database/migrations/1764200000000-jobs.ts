import { type MigrationInterface, type QueryRunner, Table, type TableOptions } from 'typeorm';
import { line, moment, text, whole } from './columns.js';

const TABLES: TableOptions[] = [
  {
    name: 'jobs',
    columns: [
      line('id', 26, { isPrimary: true }),
      line('kind', 40),
      line('lane', 80, { isNullable: true }),
      line('dedupe_key', 120, { isNullable: true }),
      text('payload'),
      line('state', 24),
      moment('run_at'),
      whole('attempts', { default: '0' }),
      whole('failures', { default: '0' }),
      text('last_error', { isNullable: true }),
      moment('created_at'),
      moment('done_at', { isNullable: true }),
    ],
    indices: [
      { name: 'IDX_ce288f50d13f64c22330d2afa7', columnNames: ['dedupe_key'], isUnique: true },
      { name: 'IDX_9b5ff9e1bde17490b1057bf727', columnNames: ['done_at'] },
      { name: 'IDX_7bb2941fe50d907684da345c54', columnNames: ['lane', 'state', 'id'] },
      { name: 'IDX_9c5fcb14539d42c75b89faf364', columnNames: ['state', 'run_at', 'id'] },
    ],
  },
  { name: 'schedules', columns: [line('name', 40, { isPrimary: true }), moment('next_at')] },
];

/** The outbox and the regular work. */
export class Jobs1764200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.createTable(new Table(table));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [...TABLES].reverse()) await queryRunner.dropTable(name);
  }
}
