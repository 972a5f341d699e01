import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const INDICES = [
  ['events', new TableIndex({ name: 'IDX_f666726a323b356ce7cd2f4f1a', columnNames: ['actor_id', 'id'] })],
  ['minutes', new TableIndex({ name: 'IDX_41fa0f50e8f7fd7905c4975187', columnNames: ['recorder_id', 'id'] })],
] as const;

/** What somebody did and wrote down, for the export of all that names them, without reading all that ever happened. */
export class OwnRecords1764441000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, index] of INDICES) await queryRunner.createIndex(table, index);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [table, index] of INDICES) await queryRunner.dropIndex(table, index);
  }
}
