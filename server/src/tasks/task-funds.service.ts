import {
  chinaDate,
  endOfChinaDay,
  isOverspent,
  type MoveResult,
  sayYuan,
  spendingNeedsReason,
  spentAfter,
  TASK_LIMITS,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { TaskEntity } from './task.entity.js';
import { TaskAccess } from './task-access.js';
import { actingOn, TaskNotes } from './task-notes.js';
import type { FundsDto, SpendingDto } from './task-structure.dto.js';
import { SpendingEntity } from './task-structure.entity.js';

/** 资金: what a promise is planned to cost, and what has been spent. */
@Injectable()
export class TaskFunds {
  constructor(
    private readonly access: TaskAccess,
    private readonly notes: TaskNotes,
    private readonly words: BlockedWords,
  ) {}

  /** @throws TASK.NOT_UNDER_WAY, REQUEST.INVALID where nothing changes, TASK.SPENDING_REASON below what was spent, CONTENT.BLOCKED_WORD */
  async plan(ctx: RequestContext, id: string, { planned, source, reason }: FundsDto): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { task } = view;
    const acting = actingOn(ctx, view, 'task.plan');
    await this.words.refuse(ctx, task.township, [source, reason]);
    const fundsPlanned = planned ?? null;
    if (fundsPlanned === task.fundsPlanned && (source ?? null) === task.funds)
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'planned', message: '和原来的一样，没有改动' }] });
    if (isOverspent({ planned: fundsPlanned, spent: task.fundsSpent }) && !reason) throw reasonMissing();
    await ctx.db.update(TaskEntity, { id }, { fundsPlanned, funds: source ?? null });
    const say = (yuan: number | null) => (yuan === null ? '未定' : sayYuan(yuan));
    const words =
      fundsPlanned === task.fundsPlanned
        ? `资金来源改为${source ?? '未定'}`
        : `计划资金${say(task.fundsPlanned)}，改为${say(fundsPlanned)}`;
    await this.notes.write(ctx, view, acting, 'plan_funds', reason ? `${words}。原因：${reason}` : words);
    return { id, state: task.state };
  }

  /** @throws TASK.NOT_UNDER_WAY, TASK.SPENDING_REASON, TASK.SPENT_BELOW_ZERO, TASK.TOO_MANY, CONTENT.BLOCKED_WORD */
  async spend(ctx: RequestContext, id: string, input: SpendingDto): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { task } = view;
    const acting = actingOn(ctx, view, 'task.plan');
    const { amount, spentAt, what, reason } = input;
    await this.words.refuse(ctx, task.township, [what, reason]);
    if (spentAt > endOfChinaDay(chinaDate(ctx.now)))
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'spentAt', message: '支出日期不能晚于今天' }] });
    if (amount === 0) throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'amount', message: '请填写金额' }] });
    const funds = { planned: task.fundsPlanned, spent: task.fundsSpent };
    const fundsSpent = spentAfter(funds, amount);
    if (fundsSpent < 0) throw new CodedError('TASK.SPENT_BELOW_ZERO');
    if (spendingNeedsReason(funds, amount) && !reason) throw reasonMissing();
    if ((await ctx.db.countBy(SpendingEntity, { taskId: id })) >= TASK_LIMITS.spendingsMax)
      throw new CodedError('TASK.TOO_MANY', { max: TASK_LIMITS.spendingsMax });
    await ctx.db.insert(SpendingEntity, {
      id: newId(ctx.now),
      taskId: id,
      personId: actorOf(ctx).id,
      amount,
      spentAt,
      what,
      reason: reason ?? null,
    });
    await ctx.db.update(TaskEntity, { id }, { fundsSpent });
    const words = `${sayYuan(amount)}：${what}`;
    await this.notes.write(ctx, view, acting, 'spend', reason ? `${words}。说明：${reason}` : words);
    return { id, state: task.state };
  }
}

function reasonMissing(): CodedError {
  return new CodedError('TASK.SPENDING_REASON', { fields: [{ field: 'reason', message: '请写明原因' }] });
}
