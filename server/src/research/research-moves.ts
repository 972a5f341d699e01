import { type Capacity, type MoveResult, type ResearchAction, researchMachine } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { Mover } from '../moves/mover.js';
import type { ResearchEntity } from './research.entity.js';
import { ResearchSubjects } from './research-subjects.repository.js';

export interface ResearchMoveOptions {
  readonly reason?: string | undefined;
  readonly patch?: Partial<ResearchEntity>;
}

/** Every move of a research. */
@Injectable()
export class ResearchMoves {
  constructor(
    private readonly mover: Mover,
    private readonly subjects: ResearchSubjects,
  ) {}

  /** Moves the research and brings `research` up to date. @throws what Mover.move throws */
  async move(
    ctx: RequestContext,
    research: ResearchEntity,
    action: ResearchAction,
    held: ReadonlySet<Capacity>,
    { reason, patch = {} }: ResearchMoveOptions = {},
  ): Promise<MoveResult> {
    const state = await this.mover.move(ctx, {
      machine: researchMachine,
      item: research,
      action,
      held,
      title: research.title,
      topicIds: await this.subjects.topicIdsOf(ctx.db, research),
      reason,
      patch,
      ownDueAt: research.reportDueAt,
      related: { researcher: research.leadId },
    });
    Object.assign(research, patch, { state });
    return { id: research.id, state };
  }

  /** Puts the to-do of the state that it is in, and returns its deadline. */
  async begin(ctx: RequestContext, research: ResearchEntity): Promise<number | null> {
    return this.mover.begin(ctx, {
      machine: researchMachine,
      item: research,
      title: research.title,
      topicIds: [],
      ownDueAt: research.reportDueAt,
      related: { researcher: research.leadId },
    });
  }
}
