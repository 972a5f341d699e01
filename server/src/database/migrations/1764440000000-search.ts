import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { newId } from '../../common/ids.js';
import { line, text, whole } from './columns.js';

const TABLES = [
  {
    name: 'search_documents',
    columns: [
      { ...whole('id', { isPrimary: true }), isGenerated: true, generationStrategy: 'increment' as const },
      line('kind', 24),
      line('item_id', 26),
      whole('shelf', { default: '0' }),
      whole('standing', { default: '0' }),
      text('words'),
    ],
    indices: [{ name: 'IDX_c40df4d4e80df04b6221992ec5', columnNames: ['kind', 'item_id'], isUnique: true }],
  },
  {
    name: 'search_words',
    columns: [
      whole('shelf', { isPrimary: true }),
      line('word', 40, { isPrimary: true }),
      whole('standing', { isPrimary: true }),
    ],
  },
];

const BIGRAMS = new Table({
  name: 'topic_bigrams',
  columns: [
    line('township', 12, { isPrimary: true }),
    line('gram', 16, { isPrimary: true }),
    line('topic_id', 26, { isPrimary: true }),
  ],
  indices: [{ name: 'IDX_7860210a21a3b6941920627b4c', columnNames: ['topic_id'] }],
});

/** One index of words for searching and for similar topics. What is there already is brought into it by a job. */
export class Search1764440000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.createTable(new Table(table));
    await queryRunner.dropTable(BIGRAMS);
    const now = Date.now();
    await queryRunner.query(
      `INSERT INTO jobs (id, kind, payload, state, run_at, attempts, failures, created_at)
       SELECT ?, 'search.fill', '{"kind":"topic","after":""}', 'waiting', ?, 0, 0, ?
       FROM (SELECT 1 AS one) o WHERE EXISTS (SELECT 1 FROM topics)`,
      [newId(now), now, now],
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(BIGRAMS);
    await queryRunner.query(`DELETE FROM jobs WHERE kind = 'search.fill'`);
    for (const { name } of [...TABLES].reverse()) await queryRunner.dropTable(name);
  }
}
