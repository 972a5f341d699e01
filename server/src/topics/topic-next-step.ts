import { CALL_SESSION, type DeadlineKey, NEXT_STEP, PUBLISH_PLAN, type Role } from '@consult/shared';
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

/** How a topic goes on whose state alone does not say so: by itself once all is kept, else by its convener. */
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
               WHERE s.topic_id = ? AND k.parent_id IS NULL AND k.state <> 'closed') AS tasks,
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
    if (topic !== null) await this.waitFor(ctx, topic, 'convener', NEXT_STEP, 'nextStep');
  }

  /** Puts a topic that is approved before the county office, until its plan is published. */
  async askForPlan(ctx: RequestContext, topic: TopicEntity): Promise<void> {
    await this.waitFor(ctx, topic, 'county_office', PUBLISH_PLAN, 'planPublishing');
  }

  /** Puts a topic before its convener whose plan is out, or that is 协商中 with no session left. */
  async askForSession(ctx: RequestContext, topic: TopicEntity): Promise<void> {
    await this.waitFor(ctx, topic, 'convener', CALL_SESSION, 'convening');
  }

  /** A topic that was on hold goes on; if what it waited for has meanwhile come to nothing, its convener is asked. */
  async goOn(ctx: RequestContext, topicId: string): Promise<void> {
    const topic = await ctx.db.findOneByOrFail(TopicEntity, { id: topicId });
    if (topic.state !== 'deliberating') return this.askIfIdle(ctx, topicId);
    const { sessions, outcomes } = await this.openWork(ctx, topicId);
    if (sessions === 0 && outcomes === 0) await this.askForSession(ctx, topic);
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
    // Left to the convener before, who was not asked while a promise was open again.
    if (await this.lastPromisedNothing(ctx, topicId)) return this.ask(ctx, topicId);
    await this.moves.move(ctx, topic, 'close', BY_SYSTEM);
  }

  /** A promise about it is open again, so that a topic that was closed is not done, and its convener has nothing to decide. */
  async reopen(ctx: RequestContext, topicId: string): Promise<void> {
    await lockRow(ctx.db, 'topics', topicId);
    const topic = await ctx.db.findOneByOrFail(TopicEntity, { id: topicId });
    if (topic.state === 'closed') await this.moves.move(ctx, topic, 'reopen', BY_SYSTEM);
    if (topic.state !== 'resolving' || topic.dueAt === null) return;
    await this.todos.clear(ctx, 'topic', topicId);
    await ctx.db.update(TopicEntity, { id: topicId }, { dueAt: null });
  }

  /** Whether the last session about it came to nothing that was promised. */
  private async lastPromisedNothing(ctx: RequestContext, topicId: string): Promise<boolean> {
    const [last]: { tasks: number }[] = await ctx.db.query(
      `SELECT (SELECT COUNT(*) FROM tasks k WHERE k.outcome_id = o.id) AS tasks
       FROM session_topics s JOIN outcomes o ON o.session_id = s.session_id WHERE s.topic_id = ? ORDER BY o.id DESC LIMIT 1`,
      [topicId],
    );
    return last !== undefined && Number(last.tasks) === 0;
  }

  private async waitFor(
    ctx: RequestContext,
    topic: TopicEntity,
    by: Role,
    does: string,
    within: DeadlineKey,
  ): Promise<void> {
    const { deadlines } = await this.settings.of(ctx.db, topic.township);
    const dueAt = deadlineAfter(ctx.now, deadlines[within]);
    await this.todos.clear(ctx, 'topic', topic.id);
    await ctx.db.update(TopicEntity, { id: topic.id }, { dueAt });
    await this.todos.add(ctx, { kind: 'topic', item: topic, by, does, title: topic.title, dueAt });
  }

  private resolving(ctx: RequestContext, id: string): Promise<TopicEntity | null> {
    return ctx.db.findOneBy(TopicEntity, { id, state: 'resolving' });
  }

  private async isIdle(ctx: RequestContext, topicId: string): Promise<boolean> {
    const { tasks, outcomes } = await this.openWork(ctx, topicId);
    return tasks === 0 && outcomes === 0;
  }
}
