import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of a part cannot be done comes back with its promise: the date of its own led nowhere. */
export class PartReviews1764485000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('UPDATE tasks SET review_at = NULL WHERE parent_id IS NOT NULL AND review_at IS NOT NULL');
  }

  async down(): Promise<void> {
    // The dates were asked of nobody, and are gone.
  }
}
