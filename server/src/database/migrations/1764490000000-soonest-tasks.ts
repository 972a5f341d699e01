import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const TASKS_BEFORE = [
  new TableIndex({ name: 'IDX_397269b8c671b6bdd9fc744df4', columnNames: ['county', 'due_at', 'id'] }),
  new TableIndex({ name: 'IDX_e85947fde5167d0c49761542a3', columnNames: ['township', 'due_at', 'id'] }),
  new TableIndex({ name: 'IDX_3c7914b753d26abc0e809ea998', columnNames: ['county', 'state', 'due_at', 'id'] }),
  new TableIndex({ name: 'IDX_736132d188770c1b8d46db3f35', columnNames: ['township', 'state', 'due_at', 'id'] }),
  new TableIndex({ name: 'IDX_d778e5d97846694c2a9dc66f1d', columnNames: ['lead_department_id', 'due_at', 'id'] }),
  new TableIndex({ name: 'IDX_be76048a2b676ae465522037d1', columnNames: ['supervisor_id', 'due_at', 'id'] }),
];
const TASKS_AFTER = [
  new TableIndex({
    name: 'IDX_2da007182cf0b16c2ef33b228d',
    columnNames: ['county', 'state', 'due_at', 'id', 'created_at'],
  }),
  new TableIndex({
    name: 'IDX_1fb7c1cc840244051972ab195f',
    columnNames: ['township', 'state', 'due_at', 'id', 'created_at'],
  }),
  new TableIndex({
    name: 'IDX_0c2032a08e1f80225606426f2e',
    columnNames: ['lead_department_id', 'state', 'due_at', 'id'],
  }),
  new TableIndex({ name: 'IDX_7fe840769ad7a6dc2dd08c440d', columnNames: ['supervisor_id', 'state', 'due_at', 'id'] }),
];
const SESSIONS_BEFORE = [
  new TableIndex({ name: 'IDX_80f7a734be9d75c51574d34889', columnNames: ['county', 'starts_at', 'id'] }),
  new TableIndex({ name: 'IDX_ddbfda0f31955c286f69e37270', columnNames: ['township', 'starts_at', 'id'] }),
];
const SESSIONS_AFTER = [
  new TableIndex({ name: 'IDX_c3ee6cc21e421651d6e5eceeae', columnNames: ['county', 'starts_at', 'id', 'state'] }),
  new TableIndex({ name: 'IDX_b73833ac3102479c5fffc418df', columnNames: ['township', 'starts_at', 'id', 'state'] }),
];

/**
 * Lists of what is not done come from an index of each state, so that none reads through the many promises that were closed
 * long ago; the sessions held in a period are counted in an index that holds all of it.
 */
export class SoonestTasks1764490000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const index of TASKS_AFTER) await queryRunner.createIndex('tasks', index);
    for (const index of TASKS_BEFORE) await queryRunner.dropIndex('tasks', index);
    for (const index of SESSIONS_AFTER) await queryRunner.createIndex('sessions', index);
    for (const index of SESSIONS_BEFORE) await queryRunner.dropIndex('sessions', index);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const index of SESSIONS_BEFORE) await queryRunner.createIndex('sessions', index);
    for (const index of SESSIONS_AFTER) await queryRunner.dropIndex('sessions', index);
    for (const index of TASKS_BEFORE) await queryRunner.createIndex('tasks', index);
    for (const index of TASKS_AFTER) await queryRunner.dropIndex('tasks', index);
  }
}
