import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Row {
  id: string;
  programme: string;
}

const ROWS = 500;

/** The programme of a session becomes items with an id, a length and items of their own. */
export class ProgrammeItems1764320000000 implements MigrationInterface {
  up(queryRunner: QueryRunner): Promise<void> {
    return rewrite(queryRunner, (entries) =>
      entries.map((title, i) =>
        typeof title === 'string' ? { id: `item-${i + 1}`, title, minutes: null, items: [] } : title,
      ),
    );
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return rewrite(queryRunner, (entries) =>
      entries.map((entry) => (typeof entry === 'string' ? entry : (entry as { title: string }).title)),
    );
  }
}

async function rewrite(queryRunner: QueryRunner, change: (entries: unknown[]) => unknown[]): Promise<void> {
  for (let after = ''; ; ) {
    const rows: Row[] = await queryRunner.query(
      `SELECT id, programme FROM sessions WHERE id > ? ORDER BY id LIMIT ${ROWS}`,
      [after],
    );
    for (const { id, programme } of rows) {
      const changed = JSON.stringify(change(JSON.parse(programme)));
      await queryRunner.query('UPDATE sessions SET programme = ? WHERE id = ?', [changed, id]);
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
