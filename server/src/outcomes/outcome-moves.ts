import { type MoveResult, type OutcomeAction, outcomeMachine } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { Mover } from '../moves/mover.js';
import type { OutcomeEntity } from './outcome.entity.js';
import type { OutcomeInView } from './outcome-access.js';

/** Every move of an outcome. */
@Injectable()
export class OutcomeMoves {
  constructor(private readonly mover: Mover) {}

  /** Moves the outcome and brings `outcome` up to date. @throws what Mover.move throws */
  async move(
    ctx: RequestContext,
    { outcome, topics, held }: OutcomeInView,
    action: OutcomeAction,
    patch: Partial<OutcomeEntity> = {},
  ): Promise<MoveResult> {
    const state = await this.mover.move(ctx, {
      machine: outcomeMachine,
      item: outcome,
      action,
      held,
      title: outcome.title,
      topicIds: topics.map((topic) => topic.id),
      patch,
    });
    Object.assign(outcome, patch, { state });
    return { id: outcome.id, state };
  }

  /** Puts the to-do of a new draft before the convener and returns its deadline. */
  async begin(ctx: RequestContext, outcome: OutcomeEntity): Promise<number | null> {
    return this.mover.begin(ctx, { machine: outcomeMachine, item: outcome, title: outcome.title, topicIds: [] });
  }
}
