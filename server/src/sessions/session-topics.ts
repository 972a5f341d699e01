import { holds, type PathToTable, pathToTable, type SessionFormat, stateLabel } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import { TodoList } from '../moves/todo-list.js';
import { Settings } from '../regions/settings.service.js';
import { TopicEntity } from '../topics/topic.entity.js';
import { TopicAccess, type TopicInView } from '../topics/topic-access.js';
import { TopicMoves } from '../topics/topic-moves.js';
import { TopicNextSteps } from '../topics/topic-next-step.js';
import { SessionTopicsRepository } from './session-topics.repository.js';
import { WaitingTasks } from './waiting-tasks.js';

type Path = Extract<PathToTable, { action: unknown }>['action'];

/** What a session does to its topics: whether they may come, that they come, and that none is left lying. */
@Injectable()
export class SessionTopics {
  constructor(
    private readonly access: TopicAccess,
    private readonly moves: TopicMoves,
    private readonly facts: SessionTopicsRepository,
    private readonly settings: Settings,
    private readonly todos: TodoList,
    private readonly nextSteps: TopicNextSteps,
    private readonly waitingTasks: WaitingTasks,
  ) {}

  /**
   * The topics with these ids, held until the transaction ends, so that no two sessions take one at once.
   * @throws ITEM.NOT_FOUND; REGION.OUTSIDE when they are not of one township
   */
  async pick(ctx: RequestContext, ids: readonly string[]): Promise<TopicInView[]> {
    const views: TopicInView[] = [];
    for (const id of [...ids].sort()) {
      await lockRow(ctx.db, 'topics', id);
      views.push(await this.access.get(ctx, id));
    }
    if (new Set(views.map((view) => view.topic.township)).size > 1) throw new CodedError('REGION.OUTSIDE');
    return views;
  }

  /**
   * Sees that every topic may come to this session.
   * @param sessionId the session that asks, which does not count as another one
   * @throws SESSION.TOPIC_NOT_READY, SESSION.TOPIC_TAKEN, PLAN.NOT_PUBLISHED, TOPIC.LIGHT_PATH_OFF,
   *   TOPIC.LIGHT_PATH_ONLY_MICRO, SESSION.CONVENER_ONLY
   */
  async check(
    ctx: RequestContext,
    views: readonly TopicInView[],
    format: SessionFormat,
    sessionId: string,
  ): Promise<Map<string, Path>> {
    const paths = new Map<string, Path>();
    const [first] = views;
    if (first === undefined) return paths;
    const { features, thresholds } = await this.settings.of(ctx.db, first.topic.township);
    const ids = views.map((view) => view.topic.id);
    const factsOf = await this.facts.of(ctx.db, ids, sessionId);
    for (const { topic, held } of views) {
      const path = pathToTable({
        state: topic.state,
        format,
        microOn: features.microConsultation,
        planNoticeDays: thresholds.planNoticeDays,
        now: ctx.now,
        ...factsOf(topic.id),
      });
      if ('refusal' in path) {
        throw new CodedError(path.refusal, {
          topicId: topic.id,
          title: topic.title,
          state: stateLabel('topic', topic.state),
          days: thresholds.planNoticeDays,
        });
      }
      // Whoever may not make the move that the notice makes is told so before they prepare a session in vain.
      if (path.action !== null && !holds(`topic.${path.action}`, held)) {
        throw new CodedError('SESSION.CONVENER_ONLY', { topicId: topic.id, title: topic.title });
      }
      paths.set(topic.id, path.action);
    }
    return paths;
  }

  /** Brings the topics to the table: from now on they are 协商中. @throws what check and Mover.move throw */
  async bring(ctx: RequestContext, sessionId: string, format: SessionFormat): Promise<void> {
    const views = await this.pick(ctx, await this.facts.idsOf(ctx.db, sessionId));
    const paths = await this.check(ctx, views, format, sessionId);
    for (const { topic, held } of views) {
      const action = paths.get(topic.id);
      if (action) await this.moves.move(ctx, topic, action, held, { data: { sessionId } });
      else await this.atTheTable(ctx, topic);
    }
    await this.waitingTasks.settle(
      ctx,
      views.map(({ topic }) => topic.id),
    );
  }

  /** Topics that are 协商中 with no session left stand in the convener's inbox again, and so do promises that waited. */
  async letGo(ctx: RequestContext, topicIds: readonly string[]): Promise<void> {
    // Held, so that one that is resumed meanwhile is not missed.
    for (const id of [...topicIds].sort()) await lockRow(ctx.db, 'topics', id);
    for (const topic of await this.facts.deliberating(ctx.db, topicIds)) await this.nextSteps.askForSession(ctx, topic);
    await this.waitingTasks.settle(ctx, topicIds);
  }

  /** Nothing is to be done about the topic itself: its session is. */
  private async atTheTable(ctx: RequestContext, { id }: TopicEntity): Promise<void> {
    await this.todos.clear(ctx, 'topic', id);
    await ctx.db.update(TopicEntity, { id }, { dueAt: null });
  }
}
