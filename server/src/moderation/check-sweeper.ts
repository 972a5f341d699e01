import { DAY_MS, MINUTE_MS, TRACE_DAYS, VERDICT_MINUTES } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual, Not } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { hydrate } from '../database/hydrate.js';
import type { Completion } from '../jobs/job-handlers.js';
import { Schedules } from '../jobs/schedules.js';
import { ContentMoves } from './content-moves.js';
import { ContentCheckEntity, MediaVerdictEntity } from './moderation.entity.js';
import { ReviewTodos } from './review-todos.js';

const AT_ONCE = 100;
/** How often it is seen to that what waits for a person stands in an inbox. */
const EVERY_MS = 60 * MINUTE_MS;

/** Gives to a person whatever the machine has not answered in time, and lets the words and verdicts of long ago go. */
@Injectable()
export class CheckSweeper implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly moves: ContentMoves,
    private readonly todos: ReviewTodos,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'content-checks-overdue',
      next: (after) => after + MINUTE_MS,
      run: () => this.overdue(),
    });
    this.schedules.register({
      name: 'review-todos',
      next: (after) => after + EVERY_MS,
      run: () => this.unasked(),
    });
    this.schedules.register({
      name: 'forget-media-verdicts',
      next: (after) => after + DAY_MS,
      run: async () => async (db) => {
        await db.delete(MediaVerdictEntity, { createdAt: LessThan(this.clock.now() - TRACE_DAYS * DAY_MS) });
      },
    });
    this.schedules.register({
      name: 'forget-checked-texts',
      next: (after) => after + DAY_MS,
      run: () => this.forgetTexts(),
    });
  }

  /** An old version goes as a whole, of the one that counts its words alone; who decided what stands in the events. */
  private async forgetTexts(): Promise<void> {
    const now = this.clock.now();
    for (;;) {
      const due = await this.database.read.find(ContentCheckEntity, {
        select: { id: true },
        where: { textUntil: LessThanOrEqual(now) },
        order: { textUntil: 'ASC' },
        take: AT_ONCE,
      });
      await this.database.write(async (db) => {
        const ids = { id: In(due.map(({ id }) => id)), textUntil: LessThanOrEqual(now) };
        await db.delete(ContentCheckEntity, { ...ids, supersededAt: Not(IsNull()) });
        await db.update(ContentCheckEntity, ids, { text: '', appeal: null, textUntil: null });
      });
      if (due.length < AT_ONCE) return;
    }
  }

  /** What waits for a person and stands in no inbox: from before such work had a day, or missed where two wrote at once. */
  private async unasked(): Promise<Completion> {
    const rows: Record<string, unknown>[] = await this.database.read.query(
      `SELECT c.* FROM content_checks c WHERE c.state = 'in_review' AND c.superseded_at IS NULL AND c.kind <> 'topic'
       AND c.page_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM todos t WHERE t.id = c.page_id)
       ORDER BY c.created_at LIMIT ?`,
      [AT_ONCE],
    );
    const now = this.clock.now();
    return async (db) => {
      for (const row of rows) await this.todos.follow({ db, now, actor: null }, hydrate(db, ContentCheckEntity, row));
    };
  }

  private async overdue(): Promise<Completion> {
    const now = this.clock.now();
    const late = await this.database.read.find(ContentCheckEntity, {
      where: {
        state: 'pending',
        createdAt: LessThanOrEqual(now - VERDICT_MINUTES * MINUTE_MS),
        supersededAt: IsNull(),
      },
      order: { createdAt: 'ASC' },
      take: AT_ONCE,
    });
    return async (db) => {
      for (const check of late) {
        await this.moves.answer({ db, now, actor: null }, check, 'question', { cause: 'late' });
      }
    };
  }
}
