import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { newId } from '../../common/ids.js';
import { line, whole } from './columns.js';

const TABLES = [
  {
    name: 'search_blocks',
    columns: [
      whole('shelf', { isPrimary: true }),
      line('word', 40, { isPrimary: true }),
      whole('block', { isPrimary: true }),
      { name: 'bits', type: 'blob' },
    ],
  },
  {
    name: 'search_changes',
    columns: [
      { ...whole('id', { isPrimary: true }), isGenerated: true, generationStrategy: 'increment' as const },
      line('kind', 24),
      line('item_id', 26),
    ],
  },
  { name: 'search_writers', columns: [whole('id', { isPrimary: true })] },
];

const WORDS = new Table({
  name: 'search_words',
  columns: [
    whole('shelf', { isPrimary: true }),
    line('word', 40, { isPrimary: true }),
    whole('standing', { isPrimary: true }),
  ],
});

/** The texts of a word in blocks of bits instead of a row each. What is there already is brought into it by the workers. */
export class SearchBlocks1764484000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.createTable(new Table(table));
    await queryRunner.query('INSERT INTO search_writers (id) VALUES (1)');
    await queryRunner.dropTable(WORDS);
    await queryRunner.query('DELETE FROM search_documents');
    await queryRunner.query(`DELETE FROM jobs WHERE kind = 'search.fill'`);
    for (const [kind, table] of [
      ['topic', 'topics'],
      ['minutes', 'minutes'],
      ['outcome', 'outcomes'],
    ]) {
      await queryRunner.query(
        `INSERT INTO search_changes (kind, item_id) SELECT '${kind}', id FROM ${table} ORDER BY id`,
      );
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [...TABLES].reverse()) await queryRunner.dropTable(name);
    await queryRunner.createTable(WORDS);
    await queryRunner.query('DELETE FROM search_documents');
    const now = Date.now();
    await queryRunner.query(
      `INSERT INTO jobs (id, kind, payload, state, run_at, attempts, failures, created_at)
       SELECT ?, 'search.fill', '{"kind":"topic","after":""}', 'waiting', ?, 0, 0, ?
       FROM (SELECT 1 AS one) o WHERE EXISTS (SELECT 1 FROM topics)`,
      [newId(now), now, now],
    );
  }
}
