import {
  type MoveResult,
  ROUND_OPEN_SESSION_STATES,
  ROUND_TOPIC_STATES,
  type SessionState,
  stateLabel,
  type TopicState,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { RoundAccess, type RoundInView } from './round-access.js';
import { RoundMoves } from './round-moves.js';

/** Opening, closing and withdrawing a round by hand. */
@Injectable()
export class RoundCourse {
  constructor(
    private readonly access: RoundAccess,
    private readonly moves: RoundMoves,
  ) {}

  /** Opens it at once. @throws OPINION.PAST_DATE, OPINION.SUBJECT_NOT_READY, and what Mover.move throws */
  async open(ctx: RequestContext, id: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const state = await this.moves.move(ctx, view.round, 'open', view.held);
    if (view.round.closesAt <= ctx.now) throw new CodedError('OPINION.PAST_DATE');
    if (!mayOpen(view.about)) {
      const { subject, state: at } = view.about;
      const facts = { title: subject.title, state: stateLabel(subject.kind, at), stateCode: at };
      throw new CodedError('OPINION.SUBJECT_NOT_READY', facts);
    }
    return { id, state };
  }

  async close(ctx: RequestContext, id: string): Promise<MoveResult> {
    const { round, held } = await this.access.lock(ctx, id);
    return { id, state: await this.moves.move(ctx, round, 'close', held) };
  }

  async withdraw(ctx: RequestContext, id: string, reason: string): Promise<MoveResult> {
    const { round, held } = await this.access.lock(ctx, id);
    return { id, state: await this.moves.move(ctx, round, 'withdraw', held, reason) };
  }
}

/** Whether what a round is about is in a state in which people can be asked. */
export function mayOpen({ subject, state }: Pick<RoundInView['about'], 'subject' | 'state'>): boolean {
  return subject.kind === 'topic'
    ? ROUND_TOPIC_STATES.includes(state as TopicState)
    : ROUND_OPEN_SESSION_STATES.includes(state as SessionState);
}
