import { TABLED_SESSION_STATES, taskMachine, taskTitle } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { lockRow } from '../database/lock-row.js';
import { Mover } from '../moves/mover.js';
import { TodoList } from '../moves/todo-list.js';
import { TaskEntity } from '../tasks/task.entity.js';

const TABLED = TABLED_SESSION_STATES.map((state) => `'${state}'`).join(', ');

/**
 * The promises that are to be spoken of again (再协商): somebody has to call a session about each, until one is
 * announced; and again when that one falls through.
 */
@Injectable()
export class WaitingTasks {
  constructor(
    private readonly mover: Mover,
    private readonly todos: TodoList,
  ) {}

  /** Sets the to-dos of the promises about these topics right, after a session took the topics up or let them go. */
  async settle(ctx: RequestContext, topicIds: readonly string[]): Promise<void> {
    if (topicIds.length === 0) return;
    const rows: { id: string; taken_up: number }[] = await ctx.db.query(
      `SELECT k.id, CASE WHEN EXISTS (
           SELECT 1 FROM session_topics o JOIN session_topics t ON t.topic_id = o.topic_id
           JOIN sessions s ON s.id = t.session_id LEFT JOIN outcomes r ON r.session_id = s.id
           WHERE o.session_id = k.session_id AND (s.state IN (${TABLED}) OR r.state <> 'assigned'))
         THEN 1 ELSE 0 END AS taken_up
       FROM tasks k WHERE k.state = 'reconsulting' AND k.session_id IN (
         SELECT w.session_id FROM session_topics w WHERE w.topic_id IN (${topicIds.map(() => '?').join(', ')}))
       ORDER BY k.id`,
      [...topicIds],
    );
    for (const { id, taken_up } of rows) await this.ask(ctx, id, !taken_up);
  }

  /** @param wanted whether its to-do is to stand in the convener's inbox */
  private async ask(ctx: RequestContext, id: string, wanted: boolean): Promise<void> {
    await lockRow(ctx.db, 'tasks', id);
    const task = await ctx.db.findOneBy(TaskEntity, { id, state: 'reconsulting' });
    if (task === null || wanted === (task.currentDueAt !== null)) return;
    if (!wanted) await this.todos.clear(ctx, 'task', id);
    const currentDueAt = wanted
      ? await this.mover.begin(ctx, { machine: taskMachine, item: task, title: taskTitle(task), topicIds: [] })
      : null;
    await ctx.db.update(TaskEntity, { id }, { currentDueAt });
  }
}
