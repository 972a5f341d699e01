import { NEXT_STEP } from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { lockRow } from '../database/lock-row.js';
import { BY_SYSTEM } from '../moves/mover.js';
import { TodoList } from '../moves/todo-list.js';
import { Settings } from '../regions/settings.service.js';
import { TopicEntity } from './topic.entity.js';
import { TopicMoves } from './topic-moves.js';

/** What is still on its way about a topic that is being carried out. */
export interface OpenWork {
  /** Sessions neither cancelled nor recorded. */
  readonly sessions: number;
  /** Promises not closed. */
  readonly tasks: number;
  /** Outcomes whose promises are not handed out yet. */
  readonly outcomes: number;
}

/** How a topic that is 落实中 goes on: by itself once all is kept, else by the convener's decision. */
@Injectable()
export class TopicNextSteps {
  constructor(
    private readonly moves: TopicMoves,
    private readonly todos: TodoList,
    private readonly settings: Settings,
  ) {}

  async openWork(ctx: RequestContext, topicId: string): Promise<OpenWork> {
    const [row]: { sessions: number; tasks: number; outcomes: number }[] = await ctx.db.query(
      `SELECT (SELECT COUNT(*) FROM session_topics s JOIN sessions x ON x.id = s.session_id
               WHERE s.topic_id = ? AND x.state NOT IN ('recorded', 'cancelled')) AS sessions,
              (SELECT COUNT(*) FROM session_topics s JOIN tasks k ON k.session_id = s.session_id
               WHERE s.topic_id = ? AND k.state <> 'closed') AS tasks,
              (SELECT COUNT(*) FROM session_topics s JOIN outcomes o ON o.session_id = s.session_id
               WHERE s.topic_id = ? AND o.state <> 'assigned') AS outcomes`,
      [topicId, topicId, topicId],
    );
    return {
      sessions: Number(row?.sessions ?? 0),
      tasks: Number(row?.tasks ?? 0),
      outcomes: Number(row?.outcomes ?? 0),
    };
  }

  /** Puts a topic for which nothing was promised before its convener, so that it never ends in silence. */
  async ask(ctx: RequestContext, topicId: string): Promise<void> {
    const topic = await this.resolving(ctx, topicId);
    if (topic === null) return;
    const { deadlines } = await this.settings.of(ctx.db, topic.township);
    const dueAt = deadlineAfter(ctx.now, deadlines.nextStep);
    await this.todos.clear(ctx, 'topic', topicId);
    await ctx.db.update(TopicEntity, { id: topicId }, { dueAt });
    await this.todos.add(ctx, {
      kind: 'topic',
      item: topic,
      by: 'convener',
      does: NEXT_STEP,
      title: topic.title,
      dueAt,
    });
  }

  /** Asks where nothing is on its way. */
  async askIfIdle(ctx: RequestContext, topicId: string): Promise<void> {
    if (await this.isIdle(ctx, topicId)) await this.ask(ctx, topicId);
  }

  /**
   * Closes a topic whose last promise has been kept. One that waits for the convener's decision (its deadline
   * says so) is left to the convener.
   */
  async closeIfDone(ctx: RequestContext, topicId: string): Promise<void> {
    // Held, so that of two last promises closed at once the second sees that the first is closed.
    await lockRow(ctx.db, 'topics', topicId);
    const topic = await this.resolving(ctx, topicId);
    if (topic === null || topic.dueAt !== null || !(await this.isIdle(ctx, topicId))) return;
    await this.moves.move(ctx, topic, 'close', BY_SYSTEM);
  }

  private resolving(ctx: RequestContext, id: string): Promise<TopicEntity | null> {
    return ctx.db.findOneBy(TopicEntity, { id, state: 'resolving' });
  }

  private async isIdle(ctx: RequestContext, topicId: string): Promise<boolean> {
    const { tasks, outcomes } = await this.openWork(ctx, topicId);
    return tasks === 0 && outcomes === 0;
  }
}
