import { randomBytes } from 'node:crypto';
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { line, whole } from './columns.js';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BATCH = 500;
const CHINA_MS = 8 * 60 * 60 * 1000;

const CODE = line('code', 8, { default: "''" });
const BY_CODE = {
  topics: new TableIndex({ name: 'IDX_928bc2d3805e0e6a7519f57ba0', columnNames: ['code'], isUnique: true }),
  tasks: new TableIndex({ name: 'IDX_5468f14cc0ebfc91ca5070cef9', columnNames: ['code'], isUnique: true }),
};
const TASK_COLUMNS = [line('category', 24, { default: "''" }), whole('promised_year', { default: '0' })];

/** What topics and promises are called for good; of promises also what the ledger is searched by. */
export class PublicCodes1764450000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['topics', 'tasks'] as const) {
      await queryRunner.addColumn(table, new TableColumn(CODE));
      await giveCodes(queryRunner, table);
      await queryRunner.createIndex(table, BY_CODE[table]);
    }
    for (const column of TASK_COLUMNS) await queryRunner.addColumn('tasks', new TableColumn(column));
    await queryRunner.query(
      `UPDATE tasks SET category = COALESCE((SELECT t.category FROM session_topics s JOIN topics t ON t.id = s.topic_id
         WHERE s.session_id = tasks.session_id ORDER BY t.is_public DESC, t.id LIMIT 1), '')`,
    );
    await giveYears(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of TASK_COLUMNS) await queryRunner.dropColumn('tasks', name);
    for (const table of ['topics', 'tasks'] as const) {
      await queryRunner.dropIndex(table, BY_CODE[table]);
      await queryRunner.dropColumn(table, 'code');
    }
  }
}

async function giveCodes(queryRunner: QueryRunner, table: 'topics' | 'tasks'): Promise<void> {
  const taken = new Set<string>();
  const fresh = (): string => {
    const code = [...randomBytes(8)].map((byte) => DIGITS[byte % DIGITS.length]).join('');
    if (taken.has(code)) return fresh();
    taken.add(code);
    return code;
  };
  let after = '';
  for (;;) {
    const rows: { id: string }[] = await queryRunner.query(
      `SELECT id FROM ${table} WHERE id > ? ORDER BY id LIMIT ${BATCH}`,
      [after],
    );
    if (rows.length === 0) return;
    await queryRunner.query(
      `UPDATE ${table} SET code = CASE id ${'WHEN ? THEN ? '.repeat(rows.length)}END
       WHERE id IN (${rows.map(() => '?').join(', ')})`,
      [...rows.flatMap(({ id }) => [id, fresh()]), ...rows.map(({ id }) => id)],
    );
    after = rows[rows.length - 1]?.id ?? '';
  }
}

/** The year in China in which each was promised. */
async function giveYears(queryRunner: QueryRunner): Promise<void> {
  const [range]: { first: string | number | null; last: string | number | null }[] = await queryRunner.query(
    'SELECT MIN(created_at) AS first, MAX(created_at) AS last FROM tasks',
  );
  if (range === undefined || range.first === null || range.last === null) return;
  const yearOf = (at: string | number) => new Date(Number(at) + CHINA_MS).getUTCFullYear();
  for (let year = yearOf(range.first); year <= yearOf(range.last); year += 1) {
    await queryRunner.query('UPDATE tasks SET promised_year = ? WHERE created_at >= ? AND created_at < ?', [
      year,
      Date.UTC(year, 0) - CHINA_MS,
      Date.UTC(year + 1, 0) - CHINA_MS,
    ]);
  }
}
