import { chinaDate, DAY_MS, DIGEST_TITLE, type DigestCounts, digestText, templateMoment } from '@consult/shared';
import { nextDigest } from '@consult/shared/deadlines';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { firstIdOf } from '../common/ids.js';
import { Database } from '../database/database.js';
import { Schedules } from '../jobs/schedules.js';
import { TODO_IS_OPEN } from '../moves/todo.entity.js';
import { MessageWriter } from './message-writer.js';

const WEEK_MS = 7 * DAY_MS;
/** Conveners at a time. */
const PAGE = 100;

type Counts = Map<string, number>;

/** Tells conveners at the beginning of a week what it holds for their townships. */
@Injectable()
export class WeeklyDigest implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly database: Database,
    private readonly writer: MessageWriter,
  ) {}

  onModuleInit(): void {
    this.schedules.register({ name: 'weekly-digest', next: nextDigest, run: (dueAt) => this.run(dueAt) });
  }

  private async run(dueAt: number): Promise<void> {
    let after = '';
    for (;;) {
      const regionsOf = await this.conveners(this.database.read, after);
      const regions = [...new Set([...regionsOf.values()].flat())];
      const counts = await this.count(this.database.read, regions, dueAt);
      for (const [personId, own] of regionsOf) {
        const sum = (of: Counts) => own.reduce((total, region) => total + (of.get(region) ?? 0), 0);
        await this.tell(personId, dueAt, {
          raised: sum(counts.raised),
          waiting: sum(counts.waiting),
          overdue: sum(counts.overdue),
          sessions: sum(counts.sessions),
          due: sum(counts.due),
        });
      }
      if (regionsOf.size < PAGE) return;
      after = [...regionsOf.keys()].at(-1) ?? '';
    }
  }

  private async tell(personId: string, at: number, counts: DigestCounts): Promise<void> {
    const body = digestText(counts);
    if (body === null) return;
    const message = {
      dedupeKey: `digest:${chinaDate(at)}`,
      item: null,
      title: DIGEST_TITLE,
      body,
      template: 'todo' as const,
      facts: { item: DIGEST_TITLE, task: body, due: templateMoment(at + WEEK_MS), note: body },
      at,
    };
    await this.database.write((db) => this.writer.write(db, message, [personId]));
  }

  /** The next page of conveners with their townships. */
  private async conveners(db: EntityManager, after: string): Promise<Map<string, string[]>> {
    const rows: { person_id: string; region: string }[] = await db.query(
      `SELECT g.person_id, g.region FROM grants g
       JOIN (SELECT DISTINCT person_id FROM grants WHERE role = 'convener' AND person_id > ? ORDER BY person_id LIMIT ?) page
         ON page.person_id = g.person_id
       WHERE g.role = 'convener' ORDER BY g.person_id`,
      [after, PAGE],
    );
    const regionsOf = new Map<string, string[]>();
    for (const { person_id, region } of rows) regionsOf.set(person_id, [...(regionsOf.get(person_id) ?? []), region]);
    return regionsOf;
  }

  private async count(db: EntityManager, regions: readonly string[], at: number) {
    const list = regions.map(() => '?').join(', ');
    const by = async (sql: string, params: readonly unknown[]): Promise<Counts> => {
      const rows: { region: string; n: number }[] = regions.length === 0 ? [] : await db.query(sql, [...params]);
      return new Map(rows.map(({ region, n }) => [region, Number(n)]));
    };
    const assignees = regions.map((region) => `convener@${region}`);
    const todos = (also: string) =>
      `SELECT township AS region, COUNT(*) AS n FROM todos WHERE assignee IN (${list}) ${also} GROUP BY township`;
    return {
      raised: await by(
        `SELECT township AS region, COUNT(*) AS n FROM events WHERE township IN (${list}) AND id >= ?
         AND kind = 'topic' AND action = 'submit' AND from_state = 'draft' GROUP BY township`,
        [...regions, firstIdOf(at - WEEK_MS)],
      ),
      waiting: await by(todos(`AND ${TODO_IS_OPEN}`), [...assignees, at]),
      overdue: await by(todos('AND due_at < ?'), [...assignees, at]),
      sessions: await by(
        `SELECT township AS region, COUNT(*) AS n FROM sessions WHERE township IN (${list})
         AND starts_at >= ? AND starts_at < ? AND state = 'announced' GROUP BY township`,
        [...regions, at, at + WEEK_MS],
      ),
      due: await by(
        `SELECT township AS region, COUNT(*) AS n FROM tasks WHERE township IN (${list}) AND parent_id IS NULL
         AND due_at >= ? AND due_at < ? AND state IN ('assigned', 'in_progress', 'redo') GROUP BY township`,
        [...regions, at, at + WEEK_MS],
      ),
    };
  }
}
