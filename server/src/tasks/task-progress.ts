import { type ProgressGrounds, taskProgress } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import { TaskEntity, TaskProgressEntity } from './task.entity.js';
import { MilestoneEntity } from './task-structure.entity.js';

/** Keeps how far each promise is. */
@Injectable()
export class TaskProgress {
  /** What a promise's progress is worked out from now. */
  async grounds(db: EntityManager, taskId: string): Promise<ProgressGrounds> {
    const parts = await db.find(TaskEntity, { where: { parentId: taskId }, select: { weight: true, progress: true } });
    const milestones = await db.find(MilestoneEntity, { where: { taskId } });
    const last = await db.findOne(TaskProgressEntity, {
      where: { taskId, percent: Not(IsNull()) },
      order: { id: 'DESC' },
    });
    return { parts, milestones, reported: last?.percent ?? 0 };
  }

  /**
   * Works out anew how far a promise is, and the one that it is a part of after it. Brings `task` up to date.
   * @returns 0 to 100
   */
  async settle(ctx: RequestContext, task: TaskEntity): Promise<number> {
    const progress = taskProgress(task, await this.grounds(ctx.db, task.id));
    if (progress !== task.progress) await ctx.db.update(TaskEntity, { id: task.id }, { progress });
    task.progress = progress;
    if (task.parentId !== null) await this.settle(ctx, await ctx.db.findOneByOrFail(TaskEntity, { id: task.parentId }));
    return progress;
  }
}
