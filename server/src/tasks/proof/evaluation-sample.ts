import { draw } from '@consult/shared/draw';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../common/context/request-context.js';
import { stakeholdersOf } from '../../sessions/stakeholders.js';
import type { TaskEntity } from '../task.entity.js';
import { TaskEvaluationEntity, TaskSampleEntity } from './proof.entity.js';

/** Who lives in the township, handles nothing there and was never drawn for this task, in the order of their ids. */
const POOL = `
  SELECT p.id FROM people p WHERE p.home_township = ?
    AND NOT EXISTS (SELECT 1 FROM task_samples s WHERE s.task_id = ? AND s.person_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM grants g WHERE g.person_id = p.id
      AND g.role IN ('convener', 'department', 'party_committee', 'county_office'))
  ORDER BY p.id`;

/** Residents of the township who are asked besides those whom a promise concerns, drawn so that anybody can repeat it. */
@Injectable()
export class EvaluationSample {
  /** Draws `size` people at most. Who they are is kept for the invitation alone; the tickets are for everyone. */
  async draw(ctx: RequestContext, task: TaskEntity, evaluation: TaskEvaluationEntity, size: number): Promise<void> {
    if (size === 0) return;
    const all: { id: string }[] = await ctx.db.query(POOL, [task.township, task.id]);
    // They rate anyway.
    const concerned = await stakeholdersOf(ctx.db, task.sessionId);
    const pool = all.filter(({ id }) => !concerned.has(id));
    const tickets = pool.map((_, i) => ({ ticket: i + 1, category: 'resident' as const }));
    const drawn = draw(evaluation.seed, tickets, [{ category: 'resident', count: size }]).flatMap((one) => one.tickets);
    await ctx.db.update(TaskEvaluationEntity, { id: evaluation.id }, { pool: pool.length, drawn: drawn as never });
    const people = drawn.flatMap((ticket) => pool[ticket - 1]?.id ?? []);
    if (people.length === 0) return;
    await ctx.db.insert(
      TaskSampleEntity,
      people.map((personId) => ({ taskId: task.id, personId, evaluationId: evaluation.id, drawnAt: ctx.now })),
    );
  }

  /** Whether the person asking was drawn for this evaluation. */
  async isDrawn(ctx: RequestContext, evaluation: TaskEvaluationEntity | null): Promise<boolean> {
    if (ctx.actor === null || evaluation === null) return false;
    const { taskId, id: evaluationId } = evaluation;
    return ctx.db.existsBy(TaskSampleEntity, { taskId, personId: ctx.actor.id, evaluationId });
  }
}
