import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const INDICES: readonly [table: string, index: TableIndex][] = [
  [
    'tasks',
    new TableIndex({ name: 'IDX_736132d188770c1b8d46db3f35', columnNames: ['township', 'state', 'due_at', 'id'] }),
  ],
  [
    'tasks',
    new TableIndex({ name: 'IDX_3c7914b753d26abc0e809ea998', columnNames: ['county', 'state', 'due_at', 'id'] }),
  ],
  [
    'topics',
    new TableIndex({ name: 'IDX_574f24d4fe03cb203f651a82fe', columnNames: ['state', 'township', 'is_public'] }),
  ],
];

/** The overdue promises are found, and the topics of each step counted, without reading all that is closed. */
export class CoreStateIndices1764204000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, index] of INDICES) await queryRunner.createIndex(table, index);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [table, index] of INDICES) await queryRunner.dropIndex(table, index);
  }
}
