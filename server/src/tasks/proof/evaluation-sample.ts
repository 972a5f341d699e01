import { draw } from '@consult/shared/draw';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../common/context/request-context.js';
import type { TaskEntity } from '../task.entity.js';
import { TaskEvaluationEntity, TaskSampleEntity } from './proof.entity.js';

/** Those who have a part in a session's result; they rate anyway. */
const HAS_PART = `
  SELECT t.raiser_id AS id FROM session_topics s JOIN topics t ON t.id = s.topic_id WHERE s.session_id = ?
  UNION SELECT t.raiser_id FROM session_topics s JOIN topics t ON t.merged_into = s.topic_id WHERE s.session_id = ?
  UNION SELECT c.person_id FROM session_topics s JOIN cosigns c ON c.topic_id = s.topic_id WHERE s.session_id = ?
  UNION SELECT c.person_id FROM session_topics s JOIN topics t ON t.merged_into = s.topic_id
    JOIN cosigns c ON c.topic_id = t.id WHERE s.session_id = ?
  UNION SELECT p.person_id FROM participants p WHERE p.session_id = ? AND p.seating <> 'cancelled'`;

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
    const [all, part]: [{ id: string }[], { id: string }[]] = await Promise.all([
      ctx.db.query(POOL, [task.township, task.id]),
      ctx.db.query(
        HAS_PART,
        Array.from({ length: 5 }, () => task.sessionId),
      ),
    ]);
    const concerned = new Set(part.map(({ id }) => id));
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
