import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const MADE = ['created_at', 'id', 'state', 'reply_class', 'carried_over', 'listed', 'parent_id', 'due_at'];
const RATED = [...MADE, 'satisfied', 'fair', 'dissatisfied'];
const LIT = ['listed', 'state', 'due_at'];
const ANSWERED = [...LIT, 'last_word_at', 'reply_class'];
const BEFORE = [
  new TableIndex({ name: 'IDX_ef4785a480c06ec92d6667eb75', columnNames: ['county', ...MADE] }),
  new TableIndex({ name: 'IDX_88f9878451011020293d8995b3', columnNames: ['township', ...MADE] }),
  new TableIndex({ name: 'IDX_45efde5b9967c212ea173c55bf', columnNames: ['county', ...LIT] }),
  new TableIndex({ name: 'IDX_48c945c372238c41bd8a4438c5', columnNames: ['township', ...LIT] }),
];
const AFTER = [
  new TableIndex({ name: 'IDX_628497dfead4c5fb839fbbee37', columnNames: ['county', ...RATED] }),
  new TableIndex({ name: 'IDX_95cb0b295ec464c6f2ce9dfd49', columnNames: ['township', ...RATED] }),
  new TableIndex({ name: 'IDX_69eaacf771ce9cd99272d798ca', columnNames: ['county', ...ANSWERED] }),
  new TableIndex({ name: 'IDX_de93419654a4580efbb3811221', columnNames: ['township', ...ANSWERED] }),
];

/** How promises were rated, and how the ledger's stand, is counted without reading a row too. */
export class CountedPromises1764481000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const index of AFTER) await queryRunner.createIndex('tasks', index);
    for (const index of BEFORE) await queryRunner.dropIndex('tasks', index);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const index of BEFORE) await queryRunner.createIndex('tasks', index);
    for (const index of AFTER) await queryRunner.dropIndex('tasks', index);
  }
}
