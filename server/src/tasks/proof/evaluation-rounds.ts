import { randomBytes } from 'node:crypto';
import {
  type CountedAnswer,
  type EvaluationTally,
  type EvaluationVerdict,
  isLow,
  type QuestionCounts,
  tallyOf,
} from '@consult/shared';
import { sha256Hex } from '@consult/shared/draw';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { RequestContext } from '../../common/context/request-context.js';
import { newId } from '../../common/ids.js';
import { RatingEntity, type TaskEntity } from '../task.entity.js';
import { TaskEvaluationEntity } from './proof.entity.js';

/** What is kept of each evaluation of a task; the caller holds the task. */
@Injectable()
export class EvaluationRounds {
  /** The one that comes next, under a seed whose digest everyone sees from now on. */
  async next(ctx: RequestContext, taskId: string): Promise<TaskEvaluationEntity> {
    const [last] = await ctx.db.find(TaskEvaluationEntity, { where: { taskId }, order: { round: 'DESC' }, take: 1 });
    if (last !== undefined && last.openedAt === null) return last;
    const seed = randomBytes(32).toString('hex');
    const round = Object.assign(new TaskEvaluationEntity(), {
      id: newId(ctx.now),
      taskId,
      round: (last?.round ?? 0) + 1,
      seed,
      seedHash: sha256Hex(seed),
      pool: 0,
      drawn: [],
      tally: null,
      committedAt: ctx.now,
      openedAt: null,
      endsAt: null,
      concludedAt: null,
      verdict: null,
    } satisfies TaskEvaluationEntity);
    await ctx.db.insert(TaskEvaluationEntity, round);
    return round;
  }

  /** The one that runs or ran last; null before the first. */
  current(ctx: RequestContext, taskId: string): Promise<TaskEvaluationEntity | null> {
    return ctx.db.findOne(TaskEvaluationEntity, {
      where: { taskId, openedAt: Not(IsNull()) },
      order: { round: 'DESC' },
    });
  }

  async open(ctx: RequestContext, { id }: TaskEvaluationEntity, endsAt: number): Promise<void> {
    await ctx.db.update(TaskEvaluationEntity, { id }, { openedAt: ctx.now, endsAt });
  }

  /** Counts the answers anew. */
  async recount(ctx: RequestContext, task: TaskEntity): Promise<QuestionCounts> {
    const rows: (Omit<CountedAnswer, 'n'> & { n: string | number })[] = await ctx.db
      .createQueryBuilder(RatingEntity, 'r')
      .select(['r.kind AS kind', 'r.process AS process', 'r.result AS result', 'r.handling AS handling'])
      .addSelect('COUNT(*)', 'n')
      .where('r.taskId = :id', { id: task.id })
      .groupBy('r.kind')
      .addGroupBy('r.process')
      .addGroupBy('r.result')
      .addGroupBy('r.handling')
      .getRawMany();
    const tally: EvaluationTally = tallyOf(rows.map((row) => ({ ...row, n: Number(row.n) })));
    const current = await this.current(ctx, task.id);
    if (current !== null) await ctx.db.update(TaskEvaluationEntity, { id: current.id }, { tally: tally as never });
    return tally.all;
  }

  /** Whether the evaluation before the one that runs ended too low. */
  async wasLow(ctx: RequestContext, taskId: string): Promise<boolean> {
    const [last] = await ctx.db.find(TaskEvaluationEntity, {
      where: { taskId, concludedAt: Not(IsNull()) },
      order: { round: 'DESC' },
      take: 1,
    });
    return isLow(last?.verdict ?? null);
  }

  async conclude(ctx: RequestContext, taskId: string, verdict: EvaluationVerdict): Promise<void> {
    const current = await this.current(ctx, taskId);
    if (current === null) return;
    await ctx.db.update(TaskEvaluationEntity, { id: current.id }, { concludedAt: ctx.now, verdict });
  }
}
