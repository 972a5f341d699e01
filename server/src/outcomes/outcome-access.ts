import { type Capacity, capacitiesFor, departmentsOf, isPromisedBy, isShown, TOPIC_READERS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import { SessionAccess } from '../sessions/session-access.js';
import { SessionsRepository, type SessionTopicRow } from '../sessions/sessions.repository.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { OutcomeEntity } from './outcome.entity.js';

/** An outcome together with what the person asking is to it. */
export interface OutcomeInView {
  readonly outcome: OutcomeEntity;
  readonly topics: readonly SessionTopicRow[];
  readonly held: ReadonlySet<Capacity>;
  /** Handles it: sees it before it is published, the 批示, and who did what. */
  readonly inside: boolean;
}

/** The only way to one outcome: unknown and not for this person are the same answer. */
@Injectable()
export class OutcomeAccess {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly sessionAccess: SessionAccess,
  ) {}

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<OutcomeInView> {
    const outcome = await ctx.db.findOneBy(OutcomeEntity, { id });
    if (outcome === null) throw notFound();
    const held = capacitiesFor(ctx.actor?.grants ?? [], outcome.township);
    const inside = TOPIC_READERS.some((role) => held.has(role));
    const topics = await this.sessions.topicsOf(ctx.db, outcome.sessionId);
    const isPublic = topics.some((topic) => Boolean(topic.is_public));
    const isOut = outcome.state !== 'drafted' && isShown(outcome.content);
    const hasPart = inside || (isOut && (isPublic || (await this.hasPart(ctx, outcome))));
    if (!hasPart) throw notFound();
    return { outcome, topics, held, inside };
  }

  /** The same, holding the outcome until the transaction ends. @throws ITEM.NOT_FOUND */
  async lock(ctx: RequestContext, id: string): Promise<OutcomeInView> {
    await lockRow(ctx.db, 'outcomes', id);
    return this.get(ctx, id);
  }

  /** Belongs to its session or carries out what it promises; a task may since have gone to another department. */
  private async hasPart(ctx: RequestContext, { id, sessionId, agreedTasks }: OutcomeEntity): Promise<boolean> {
    const departments = departmentsOf(ctx.actor?.grants ?? []);
    if (departments.length > 0) {
      const tasks = [...agreedTasks, ...(await ctx.db.findBy(TaskEntity, { outcomeId: id }))];
      if (tasks.some((task) => isPromisedBy(task, departments))) return true;
    }
    return this.sessionAccess.belongs(ctx, sessionId);
  }
}
