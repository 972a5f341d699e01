import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';
import { flag, line, moment, text, whole } from './columns.js';

const COLUMNS = [
  flag('no_dissent', { default: '0' }),
  text('hand_shows', { isNullable: true }),
  text('opinions', { isNullable: true }),
  line('digest', 64, { isNullable: true }),
  line('previous_digest', 64, { isNullable: true }),
  line('verify_code', 16, { isNullable: true }),
];
const BY_CODE = new TableIndex({
  name: 'IDX_ce740e3f3b1be1ec28d30f5147',
  columnNames: ['verify_code'],
  isUnique: true,
});

const REVISIONS = new Table({
  name: 'minutes_revisions',
  columns: [
    line('minutes_id', 26, { isPrimary: true }),
    whole('revision', { isPrimary: true }),
    line('writer_id', 26),
    text('situation'),
    text('points'),
    text('department_answers'),
    text('consensus'),
    text('dissent'),
    flag('no_dissent'),
    text('tasks'),
    text('photo_ids'),
    moment('saved_at'),
  ],
});

const OUTCOME_COLUMNS = [
  flag('no_dissent', { default: '0' }),
  text('hand_shows', { isNullable: true }),
  text('opinions', { isNullable: true }),
];

/** Minutes that several write at once, that say what happened in the room, and that can be told from forged ones. */
export class MinutesWriting1764340000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await queryRunner.addColumn('minutes', new TableColumn(column));
    await queryRunner.createIndex('minutes', BY_CODE);
    for (const column of OUTCOME_COLUMNS) await queryRunner.addColumn('outcomes', new TableColumn(column));
    await queryRunner.createTable(REVISIONS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable(REVISIONS);
    for (const { name } of OUTCOME_COLUMNS) await queryRunner.dropColumn('outcomes', name);
    await queryRunner.dropIndex('minutes', BY_CODE);
    for (const { name } of COLUMNS) await queryRunner.dropColumn('minutes', name);
  }
}
