import { chinaDate, chinaMoment, LOOK_BACKS } from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { RequestContext } from '../../common/context/request-context.js';
import { newId } from '../../common/ids.js';
import { Settings } from '../../regions/settings.service.js';
import type { TaskEntity } from '../task.entity.js';
import { LookBackEntity } from './proof.entity.js';

/** People are asked in the morning. */
export const LOOK_BACK_HOUR = '09:00';

/** When a promise that is closed now is looked back at; the caller holds the task. */
@Injectable()
export class LookBackPlan {
  constructor(private readonly settings: Settings) {}

  async make(ctx: RequestContext, task: TaskEntity): Promise<void> {
    const { deadlines } = await this.settings.of(ctx.db, task.township);
    for (const { nth, after } of LOOK_BACKS) {
      await ctx.db.insert(LookBackEntity, {
        id: newId(ctx.now),
        taskId: task.id,
        closedAt: ctx.now,
        nth,
        askAt: chinaMoment(chinaDate(deadlineAfter(ctx.now, deadlines[after])), LOOK_BACK_HOUR),
      });
    }
  }

  /** What is open again is not looked back at; what was asked stays on record. */
  async drop(ctx: RequestContext, taskId: string): Promise<void> {
    await ctx.db.delete(LookBackEntity, { taskId, askedAt: IsNull() });
  }
}
