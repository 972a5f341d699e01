import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const LIGHTS = new TableIndex({
  name: 'IDX_478a97aca3769819edcc722184',
  columnNames: ['township', 'state', 'parent_id', 'due_at', 'last_word_at', 'listed', 'created_at'],
});

/** A township's lights are counted in an index of its own, not among all of its county. */
export class TownshipLights1764500000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createIndex('tasks', LIGHTS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropIndex('tasks', LIGHTS);
  }
}
