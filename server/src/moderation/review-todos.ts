import { type ItemKind, REVIEW_CONTENT } from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import { TodoList } from '../moves/todo-list.js';
import { Settings } from '../regions/settings.service.js';
import type { ContentCheckEntity } from './moderation.entity.js';
import type { LogContext } from './moderation-log.js';

/**
 * What no machine decided waits for the convener until a day, one piece of work a page: also when the item it stands on
 * has long moved on. The words of a topic are read with the topic itself, see 审核议题.
 */
@Injectable()
export class ReviewTodos {
  constructor(
    private readonly todos: TodoList,
    private readonly settings: Settings,
  ) {}

  /** Puts the page of this check before the convener, or takes it away where nothing of it has to be read any more. */
  async follow(ctx: LogContext, check: ContentCheckEntity): Promise<void> {
    const { kind, pageKind, pageId, county, township, title } = check;
    if (pageKind === null || pageId === null || kind === 'topic') return;
    const waits = await this.waits(ctx, township, pageId);
    const known = await this.todos.has(ctx, pageKind, pageId, REVIEW_CONTENT);
    if (waits === known) return;
    if (!waits) return this.todos.clearOne(ctx, pageKind, pageId, REVIEW_CONTENT);
    const { deadlines } = await this.settings.of(ctx.db, township);
    await this.todos.add(ctx, {
      id: pageId,
      kind: pageKind satisfies ItemKind,
      item: { id: pageId, state: '', county, township },
      by: 'convener',
      does: REVIEW_CONTENT,
      title,
      dueAt: deadlineAfter(ctx.now, deadlines.contentReview),
    });
  }

  /** Read from the queue of its township, which is short. */
  private async waits({ db }: LogContext, township: string, pageId: string): Promise<boolean> {
    const rows: unknown[] = await db.query(
      `SELECT 1 FROM content_checks c WHERE c.township = ? AND c.state = 'in_review' AND c.page_id = ?
       AND c.superseded_at IS NULL AND c.kind <> 'topic' LIMIT 1`,
      [township, pageId],
    );
    return rows.length > 0;
  }
}
