import { type Created, fullDate, openParts, SPLIT_STATES, TASK_LIMITS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { AgreedTasks } from '../minutes/agreed-tasks.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { TaskEntity } from './task.entity.js';
import { TaskAccess } from './task-access.js';
import { TaskMaking } from './task-making.service.js';
import { actingOn, TaskNotes } from './task-notes.js';
import { TaskProgress } from './task-progress.js';
import type { TaskPartDto } from './task-structure.dto.js';

/** 拆分: a promise becomes several, each with a department and a date of its own. */
@Injectable()
export class TaskParts {
  constructor(
    private readonly access: TaskAccess,
    private readonly making: TaskMaking,
    private readonly agreed: AgreedTasks,
    private readonly progress: TaskProgress,
    private readonly notes: TaskNotes,
    private readonly words: BlockedWords,
  ) {}

  /**
   * Adds one part, which goes to its department as any promise does.
   * @throws TASK.PART_OF_PART, TASK.PART_TOO_LATE, TASK.TOO_MANY, MINUTES.PAST_DUE_DATE, MINUTES.UNKNOWN_DEPARTMENT,
   *   CONTENT.BLOCKED_WORD
   */
  async split(ctx: RequestContext, id: string, input: TaskPartDto): Promise<Created> {
    const view = await this.access.lock(ctx, id);
    const whole = view.task;
    const acting = actingOn(ctx, view, 'task.split', SPLIT_STATES);
    if (whole.parentId !== null) throw new CodedError('TASK.PART_OF_PART');
    const [part] = await this.agreed.of(ctx, whole.township, [input]);
    if (part === undefined) throw new Error('no part');
    if (part.dueAt > whole.dueAt) throw new CodedError('TASK.PART_TOO_LATE', { due: fullDate(whole.dueAt) });
    if (part.dueAt < ctx.now) throw new CodedError('MINUTES.PAST_DUE_DATE');
    await this.words.refuse(ctx, whole.township, [part.what]);
    if ((await ctx.db.countBy(TaskEntity, { parentId: id })) >= TASK_LIMITS.partsMax)
      throw new CodedError('TASK.TOO_MANY', { max: TASK_LIMITS.partsMax });
    const { outcomeId, sessionId, county, township, category, promisedYear } = whole;
    const origin = {
      outcomeId,
      sessionId,
      county,
      township,
      category,
      promisedYear,
      parentId: id,
      weight: input.weight,
    };
    const partId = await this.making.make(ctx, origin, part, { ...acting, topicIds: [] });
    await this.notes.write(ctx, view, acting, 'split', part.what, { data: { taskId: partId } });
    await this.progress.settle(ctx, whole);
    return { id: partId };
  }
}

/** A promise is answered after its parts. @throws TASK.PARTS_OPEN */
export async function checkPartsAnswered(db: EntityManager, taskId: string): Promise<void> {
  const parts = await db.find(TaskEntity, { where: { parentId: taskId }, select: { state: true } });
  const count = openParts(parts).length;
  if (count > 0) throw new CodedError('TASK.PARTS_OPEN', { count });
}
