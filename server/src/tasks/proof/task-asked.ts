import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../common/context/request-context.js';
import type { TaskEntity } from '../task.entity.js';
import type { TaskInView } from '../task-access.js';
import { TaskSampleEntity, TaskVisitEntity } from './proof.entity.js';

/** What the person asking is to a promise, beyond what TaskAccess knows. */
@Injectable()
export class TaskAsked {
  /** Raised one of its topics for themselves, or one merged into it. */
  async isRaiser(ctx: RequestContext, { sessionId }: TaskEntity): Promise<boolean> {
    if (ctx.actor === null) return false;
    const rows: unknown[] = await ctx.db.query(
      `SELECT 1 FROM topics t JOIN session_topics s ON s.topic_id = COALESCE(t.merged_into, t.id)
       WHERE t.raiser_id = ? AND t.on_behalf_of IS NULL AND s.session_id = ? LIMIT 1`,
      [ctx.actor.id, sessionId],
    );
    return rows.length > 0;
  }

  /**
   * Asked whether it still holds: those who have a part in it, those who went to see it, and those who were drawn to rate
   * it; never who owes it.
   */
  async isAskedLater(ctx: RequestContext, { task, hasPart, promised }: TaskInView): Promise<boolean> {
    if (hasPart || promised || ctx.actor === null) return hasPart;
    const asked = { taskId: task.id, personId: ctx.actor.id };
    return (await ctx.db.existsBy(TaskVisitEntity, asked)) || (await ctx.db.existsBy(TaskSampleEntity, asked));
  }
}
