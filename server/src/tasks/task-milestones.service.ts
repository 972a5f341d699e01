import { chinaDate, endOfChinaDay, isStepBack, type MoveResult, plainDate, TASK_LIMITS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { TaskAccess, type TaskInView } from './task-access.js';
import { actingOn, TaskNotes } from './task-notes.js';
import { TaskProgress } from './task-progress.js';
import { stepBack } from './task-reporting.service.js';
import type { MilestoneDto } from './task-structure.dto.js';
import { MilestoneEntity } from './task-structure.entity.js';

/** 节点: the steps that a department plans, and which of them are done. */
@Injectable()
export class TaskMilestones {
  constructor(
    private readonly access: TaskAccess,
    private readonly progress: TaskProgress,
    private readonly notes: TaskNotes,
    private readonly words: BlockedWords,
  ) {}

  /** @throws TASK.NOT_UNDER_WAY, TASK.TOO_MANY, TASK.STEP_BACK, CONTENT.BLOCKED_WORD */
  async add(ctx: RequestContext, id: string, input: MilestoneDto): Promise<MoveResult> {
    return this.change(ctx, id, input, async () => {
      if ((await ctx.db.countBy(MilestoneEntity, { taskId: id })) >= TASK_LIMITS.milestonesMax)
        throw new CodedError('TASK.TOO_MANY', { max: TASK_LIMITS.milestonesMax });
      await ctx.db.insert(MilestoneEntity, { id: newId(ctx.now), taskId: id, ...columns(input) });
    });
  }

  /** @throws ITEM.NOT_FOUND, TASK.NOT_UNDER_WAY, TASK.STEP_BACK, CONTENT.BLOCKED_WORD */
  async edit(ctx: RequestContext, id: string, milestoneId: string, input: MilestoneDto): Promise<MoveResult> {
    return this.change(ctx, id, input, async () => {
      const { affected } = await ctx.db.update(MilestoneEntity, { id: milestoneId, taskId: id }, columns(input));
      if (affected !== 1) throw notFound();
    });
  }

  /** @throws ITEM.NOT_FOUND, TASK.NOT_UNDER_WAY, TASK.MILESTONE_DONE for one that is done: it is taken back first */
  async remove(ctx: RequestContext, id: string, milestoneId: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const acting = actingOn(ctx, view, 'task.plan');
    const milestone = await ctx.db.findOneBy(MilestoneEntity, { id: milestoneId, taskId: id });
    if (milestone === null) throw notFound();
    if (milestone.doneAt !== null) throw new CodedError('TASK.MILESTONE_DONE');
    await ctx.db.delete(MilestoneEntity, { id: milestoneId });
    await this.progress.settle(ctx, view.task);
    await this.notes.write(ctx, view, acting, 'milestone', `不再列入节点“${milestone.name}”`);
    return resultOf(view);
  }

  private async change(
    ctx: RequestContext,
    id: string,
    input: MilestoneDto,
    write: () => Promise<void>,
  ): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { task } = view;
    const acting = actingOn(ctx, view, 'task.plan');
    const { name, plannedAt, doneAt, reason } = input;
    await this.words.refuse(ctx, task.township, [name, reason]);
    if (doneAt !== undefined && doneAt > endOfChinaDay(chinaDate(ctx.now)))
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'doneAt', message: '完成日期不能晚于今天' }] });
    await write();
    const before = task.progress;
    const after = await this.progress.settle(ctx, task);
    const back = isStepBack(before, after);
    if (back && !reason) throw stepBack(before, after);
    const said =
      doneAt === undefined ? `计划${plainDate(plannedAt)}完成“${name}”` : `${plainDate(doneAt)}完成“${name}”`;
    await this.notes.write(ctx, view, acting, 'milestone', back ? `${said}。进度退回的原因：${reason}` : said);
    return resultOf(view);
  }
}

const columns = ({ name, plannedAt, doneAt }: MilestoneDto) => ({ name, plannedAt, doneAt: doneAt ?? null });
const resultOf = ({ task: { id, state } }: TaskInView): MoveResult => ({ id, state });
