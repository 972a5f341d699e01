import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { line, moment, text, whole } from './columns.js';

const SESSIONS = new Table({
  name: 'live_sessions',
  columns: [
    line('id', 26, { isPrimary: true }),
    whole('seq', { default: 0 }),
    moment('last_at'),
    moment('closed_at', { isNullable: true }),
  ],
});

const ENTRIES = new Table({
  name: 'live_entries',
  columns: [
    line('session_id', 26, { isPrimary: true }),
    whole('seq', { isPrimary: true }),
    moment('at'),
    line('kind', 24),
    line('actor_id', 26, { isNullable: true }),
    line('person_id', 26, { isNullable: true }),
    text('body'),
  ],
  indices: [
    { name: 'IDX_dfd0ab8b094dbb2b3957e92d79', columnNames: ['actor_id'] },
    { name: 'IDX_98fe372c748698774cd71801bc', columnNames: ['person_id'] },
  ],
});

const VOTES = new Table({
  name: 'live_votes',
  columns: [
    line('poll_id', 26, { isPrimary: true }),
    line('person_id', 26, { isPrimary: true }),
    line('session_id', 26),
    whole('choice'),
    moment('at'),
  ],
  indices: [{ name: 'IDX_cecbb4e7284c0e05c1a425e2da', columnNames: ['person_id'] }],
});

/** What happens while a session is open. Those that are open already go on with a log that begins now. */
export class Live1764310000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(SESSIONS);
    await queryRunner.createTable(ENTRIES);
    await queryRunner.createTable(VOTES);
    const open: { id: string; seated: number; moved_at: number }[] = await queryRunner.query(
      `SELECT id, seated, moved_at FROM sessions WHERE state = 'in_progress'`,
    );
    for (const { id, seated, moved_at } of open) {
      await queryRunner.query('INSERT INTO live_sessions (id, seq, last_at) VALUES (?, 1, ?)', [id, moved_at]);
      await queryRunner.query(
        `INSERT INTO live_entries (session_id, seq, at, kind, body) VALUES (?, 1, ?, 'opened', ?)`,
        [id, moved_at, JSON.stringify({ present: 0, expected: Number(seated) })],
      );
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable(VOTES);
    await queryRunner.dropTable(ENTRIES);
    await queryRunner.dropTable(SESSIONS);
  }
}
