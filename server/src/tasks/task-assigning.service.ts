import {
  type AgreedTask,
  type Capacity,
  capacityFor,
  chinaYear,
  findTransition,
  type MoveResult,
  mayAssignDirectly,
  outcomeMachine,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import { followTopic } from '../figures/figure-log.js';
import { BY_SYSTEM } from '../moves/mover.js';
import { OutcomeAccess, type OutcomeInView } from '../outcomes/outcome-access.js';
import { OutcomeMoves } from '../outcomes/outcome-moves.js';
import { SessionEntity } from '../sessions/session.entity.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { TopicEntity } from '../topics/topic.entity.js';
import { TopicNextSteps } from '../topics/topic-next-step.js';
import { TaskMaking } from './task-making.service.js';
import { TaskMoves } from './task-moves.js';
import { TasksRepository } from './tasks.repository.js';

/** 交办: what was agreed becomes promises. */
@Injectable()
export class TaskAssigning {
  constructor(
    private readonly outcomes: OutcomeAccess,
    private readonly outcomeMoves: OutcomeMoves,
    private readonly sessions: SessionsRepository,
    private readonly tasks: TasksRepository,
    private readonly moves: TaskMoves,
    private readonly nextSteps: TopicNextSteps,
    private readonly making: TaskMaking,
  ) {}

  /**
   * Hands out what an outcome agreed. It takes over the promises that waited for this session; where it promises
   * nothing, each topic comes before its convener.
   * @throws OUTCOME.NOT_LIGHT when past the county, for what was no 微协商; and what Mover.move throws
   */
  async assign(ctx: RequestContext, id: string, action: 'assign' | 'assign_directly'): Promise<MoveResult> {
    const view = await this.outcomes.lock(ctx, id);
    const { outcome, topics, held } = view;
    const transition = findTransition(outcomeMachine, outcome.state, action);
    const capacity = transition && capacityFor(transition, held);
    const result = await this.outcomeMoves.move(ctx, view, action);
    if (action === 'assign_directly') await this.checkLight(ctx, outcome.sessionId);
    // Held, so that none ceases to be public while its promises are listed.
    for (const topic of topics) await lockRow(ctx.db, 'topics', topic.id);
    for (const agreed of outcome.agreedTasks) await this.create(ctx, view, agreed, capacity ?? 'system');
    if (outcome.agreedTasks.length > 0) for (const topic of topics) await this.promise(ctx, topic.id);
    const carried = await this.carryOver(ctx, view);
    if (outcome.agreedTasks.length === 0) for (const topic of topics) await this.nextSteps.ask(ctx, topic.id);
    for (const topicId of carried) await this.nextSteps.askIfIdle(ctx, topicId);
    return result;
  }

  private async checkLight(ctx: RequestContext, sessionId: string): Promise<void> {
    const { format } = await ctx.db.findOneByOrFail(SessionEntity, { id: sessionId });
    if (!mayAssignDirectly(format)) throw new CodedError('OUTCOME.NOT_LIGHT');
  }

  /** From the first promise about it on, a topic counts as one about which something was promised. */
  private async promise(ctx: RequestContext, topicId: string): Promise<void> {
    await followTopic(ctx.db, topicId, () =>
      ctx.db.update(TopicEntity, { id: topicId, promisedAt: IsNull() }, { promisedAt: ctx.now }),
    );
  }

  private create(
    ctx: RequestContext,
    { outcome, topics }: OutcomeInView,
    agreed: AgreedTask,
    capacity: Capacity,
  ): Promise<string> {
    const origin = {
      outcomeId: outcome.id,
      sessionId: outcome.sessionId,
      county: outcome.county,
      township: outcome.township,
      parentId: null,
      weight: 1,
      category: categoryOf(topics),
      promisedYear: chinaYear(ctx.now),
    };
    return this.making.make(ctx, origin, agreed, { capacity, topicIds: topics.map((topic) => topic.id) });
  }

  /** @returns the topics of the promises taken over */
  private async carryOver(ctx: RequestContext, { outcome, topics }: OutcomeInView): Promise<Set<string>> {
    const concerned = new Set<string>();
    const ids = topics.map((topic) => topic.id);
    for (const task of await this.tasks.reconsultingAbout(ctx.db, ids)) {
      const own = await this.sessions.topicsOf(ctx.db, task.sessionId);
      const view = { task, topics: own, held: BY_SYSTEM };
      await this.moves.move(ctx, view, 'carry_over', {
        patch: { carriedOver: true },
        data: { outcomeId: outcome.id },
      });
      for (const { id } of own) concerned.add(id);
    }
    return concerned;
  }
}

/** Of the first topic that everybody sees, so that it tells nothing of one that is not theirs to see. */
function categoryOf(topics: OutcomeInView['topics']) {
  const [first] = [...topics.filter((topic) => topic.is_public), ...topics];
  if (first === undefined) throw new Error('a session without topics');
  return first.category;
}
