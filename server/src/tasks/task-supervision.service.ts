import { type MoveResult, maySupervise, TASK_STATES } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { TodoList } from '../moves/todo-list.js';
import { GrantEntity } from '../people/person.entity.js';
import { TaskEntity } from './task.entity.js';
import { TaskAccess } from './task-access.js';
import { actingOn, TaskNotes } from './task-notes.js';
import { SupervisionEntity } from './task-structure.entity.js';

const OPEN = TASK_STATES.filter((state) => state !== 'closed');

/** 领办督办: a leader by name sees to a promise, and keeps a log of it. */
@Injectable()
export class TaskSupervision {
  constructor(
    private readonly access: TaskAccess,
    private readonly notes: TaskNotes,
    private readonly todos: TodoList,
    private readonly words: BlockedWords,
  ) {}

  /** Names who sees to it; undefined: nobody any more. @throws TASK.SUPERVISED_AS_WHOLE, TASK.UNKNOWN_LEADER */
  async appoint(ctx: RequestContext, id: string, personId: string | undefined): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { task } = view;
    const acting = actingOn(ctx, view, 'task.appoint', OPEN);
    if (task.parentId !== null) throw new CodedError('TASK.SUPERVISED_AS_WHOLE');
    if (personId !== undefined && !maySupervise(await ctx.db.findBy(GrantEntity, { personId }), task.county))
      throw new CodedError('TASK.UNKNOWN_LEADER');
    const supervisorId = personId ?? null;
    const before = task.supervisorId;
    if (supervisorId === before) return { id, state: task.state };
    await ctx.db.update(TaskEntity, { id }, { supervisorId });
    if (before !== null) {
      const parts = await ctx.db.find(TaskEntity, { where: { parentId: id }, select: { id: true } });
      for (const one of [task, ...parts]) await this.todos.clear(ctx, 'task', one.id, before);
      await this.notes.write(ctx, view, acting, 'discharge', null, { data: { personId: before } });
    }
    if (supervisorId !== null) await this.notes.write(ctx, view, acting, 'appoint');
    return { id, state: task.state };
  }

  /** One entry of the log: what was said is for those who handle it, that and when it was said for everyone. */
  async supervise(ctx: RequestContext, id: string, text: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { task } = view;
    const acting = actingOn(ctx, view, 'task.supervise', OPEN);
    await this.words.refuse(ctx, task.township, [text]);
    await ctx.db.insert(SupervisionEntity, {
      id: newId(ctx.now),
      taskId: id,
      personId: actorOf(ctx).id,
      text,
      at: ctx.now,
    });
    await this.notes.write(ctx, view, acting, 'supervise');
    return { id, state: task.state };
  }
}
