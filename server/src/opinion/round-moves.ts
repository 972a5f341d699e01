import { type Capacity, type RoundAction, type RoundState, roundMachine } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import { Jobs } from '../jobs/jobs.service.js';
import { Mover } from '../moves/mover.js';
import { TodoList } from '../moves/todo-list.js';
import { MapRequests } from './map-requests.js';
import type { OpinionRoundEntity } from './opinion.entity.js';

/** The kind of the job that opens and closes a round when its time has come. */
export const TURN_JOB = 'opinion.turn';

/** Every move of a round, and the job that makes the next one when its time has come. */
@Injectable()
export class RoundMoves {
  constructor(
    private readonly mover: Mover,
    private readonly todos: TodoList,
    private readonly jobs: Jobs,
    private readonly maps: MapRequests,
  ) {}

  /** Moves the round and brings `round` up to date. @throws what Mover.move throws */
  async move(
    ctx: RequestContext,
    round: OpinionRoundEntity,
    action: RoundAction,
    held: ReadonlySet<Capacity>,
    reason?: string,
  ): Promise<RoundState> {
    const patch = patchOf(round, action, ctx.now);
    const state = await this.mover.move(ctx, {
      machine: roundMachine,
      item: round,
      action,
      held,
      title: round.title,
      topicIds: await this.topicIdsOf(ctx.db, round),
      reason,
      patch,
      ownDueAt: round.closesAt,
      related: { initiator: round.initiatorId },
    });
    Object.assign(round, patch, { state });
    if (action === 'open') await this.turnAt(ctx, round.id, round.closesAt);
    if (action === 'close') await this.maps.ask(ctx, round.id);
    return state;
  }

  /** Has the round looked at again when it is time for its next move. */
  async turnAt(ctx: Pick<RequestContext, 'db' | 'now'>, roundId: string, runAt: number): Promise<void> {
    await this.jobs.add(ctx, {
      kind: TURN_JOB,
      payload: { roundId },
      dedupeKey: `${TURN_JOB}:${roundId}:${runAt}`,
      runAt,
    });
  }

  /** Puts the to-do of a draft anew, after its title or date was changed. */
  async awaitAgain(ctx: RequestContext, round: OpinionRoundEntity): Promise<void> {
    await this.todos.clear(ctx, 'round', round.id);
    await this.mover.begin(ctx, {
      machine: roundMachine,
      item: round,
      title: round.title,
      topicIds: [],
      ownDueAt: round.opensAt,
      related: { initiator: round.initiatorId },
    });
  }

  async topicIdsOf(
    db: EntityManager,
    { topicId, sessionId }: Pick<OpinionRoundEntity, 'topicId' | 'sessionId'>,
  ): Promise<string[]> {
    if (topicId !== null) return [topicId];
    const rows: { topic_id: string }[] = await db.query('SELECT topic_id FROM session_topics WHERE session_id = ?', [
      sessionId,
    ]);
    return rows.map(({ topic_id }) => topic_id);
  }
}

/** What a move by hand before its time changes of the dates. */
function patchOf(round: OpinionRoundEntity, action: RoundAction, now: number): Partial<OpinionRoundEntity> {
  if (action === 'open') return { openedAt: now, opensAt: Math.min(round.opensAt, now) };
  return action === 'close' ? { closesAt: Math.min(round.closesAt, now) } : {};
}
