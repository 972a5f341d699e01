import {
  type Capacity,
  capacitiesFor,
  departmentsOf,
  isPromisedBy,
  isShown,
  maySupervise,
  type Relation,
  TOPIC_READERS,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import { SessionAccess } from '../sessions/session-access.js';
import { SessionsRepository, type SessionTopicRow } from '../sessions/sessions.repository.js';
import { Stakeholders } from '../sessions/stakeholders.js';
import { TaskEntity } from './task.entity.js';

/** A task together with what the person asking is to it. */
export interface TaskInView {
  readonly task: TaskEntity;
  /** The promise that it is a part of. */
  readonly parent: TaskEntity | null;
  readonly topics: readonly SessionTopicRow[];
  readonly held: ReadonlySet<Capacity>;
  /** Handles it or carries it out: sees who did what and why. */
  readonly inside: boolean;
  /** Raised or co-signed a topic of its session, or took part: may rate the result, unless their department owes it. */
  readonly hasPart: boolean;
  /** Leads it, or helps to carry it out. */
  readonly promised: boolean;
}

/** The only way to one task: unknown and not for this person are the same answer. */
@Injectable()
export class TaskAccess {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly sessionAccess: SessionAccess,
    private readonly stakeholders: Stakeholders,
  ) {}

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<TaskInView> {
    const task = await ctx.db.findOneBy(TaskEntity, { id });
    if (task === null) throw notFound();
    const parent = task.parentId === null ? null : await ctx.db.findOneBy(TaskEntity, { id: task.parentId });
    const whole = parent ?? task;
    const grants = ctx.actor?.grants ?? [];
    const relations: Relation[] = await this.stakeholders.relations(ctx, task.sessionId);
    const departments = departmentsOf(grants);
    const promised = [task, whole].some((one) => isPromisedBy(one, departments));
    const hasPart = relations.length > 0 && !promised;
    if (departments.includes(task.leadDepartmentId)) relations.push('lead');
    if (task.coDepartmentIds.some((co) => departments.includes(co))) relations.push('co_lead');
    if (whole.supervisorId === (ctx.actor?.id ?? '') && maySupervise(grants, task.county)) relations.push('supervisor');
    const held = capacitiesFor(grants, task.township, relations);
    const inside = promised || held.has('supervisor') || TOPIC_READERS.some((role) => held.has(role));
    const topics = await this.sessions.topicsOf(ctx.db, task.sessionId);
    const isPublic = topics.some((topic) => Boolean(topic.is_public));
    if (!inside && !(isShown(task.content) && isShown(whole.content))) throw notFound();
    if (!inside && !isPublic && !(await this.belongs(ctx, task, departments))) throw notFound();
    return { task, parent, topics, held, inside, hasPart, promised };
  }

  /** Whether it is theirs to see where it is not public: with a session of theirs, or with a part that they carry out. */
  private async belongs(ctx: RequestContext, task: TaskEntity, departments: readonly string[]): Promise<boolean> {
    if (await this.sessionAccess.belongs(ctx, task.sessionId)) return true;
    if (departments.length === 0) return false;
    const parts = await ctx.db.findBy(TaskEntity, { parentId: task.id });
    return parts.some((part) => isPromisedBy(part, departments));
  }

  /**
   * The same, holding the task until the transaction ends; of a part first the promise it belongs to, whose progress
   * and end hang on it. @throws ITEM.NOT_FOUND
   */
  async lock(ctx: RequestContext, id: string): Promise<TaskInView> {
    const task = await ctx.db.findOne(TaskEntity, { where: { id }, select: { id: true, parentId: true } });
    if (task?.parentId) await lockRow(ctx.db, 'tasks', task.parentId);
    await lockRow(ctx.db, 'tasks', id);
    return this.get(ctx, id);
  }
}

/** The topics in whose timelines a task's events show: those of a part show in its promise's alone. */
export function topicsInView({ task, topics }: Pick<TaskInView, 'task' | 'topics'>): string[] {
  return task.parentId === null ? topics.map((topic) => topic.id) : [];
}
