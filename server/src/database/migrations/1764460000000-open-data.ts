import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const BY_COUNTY = new TableIndex({ name: 'IDX_a41dfb103a05928a3b7586548a', columnNames: ['county', 'id'] });

/** The events of a county are read in the order in which they came, a batch at a time. */
export class OpenData1764460000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createIndex('events', BY_COUNTY);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropIndex('events', BY_COUNTY);
  }
}
