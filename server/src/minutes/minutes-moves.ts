import { type MinutesAction, type MoveResult, minutesMachine } from '@consult/shared';
import { deadlineAfter } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { Mover } from '../moves/mover.js';
import { Settings } from '../regions/settings.service.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import type { MinutesEntity } from './minutes.entity.js';
import type { MinutesInView } from './minutes-access.js';

export interface MinutesMoveOptions {
  readonly reason?: string;
  readonly patch?: Partial<MinutesEntity>;
  /** See Move. */
  readonly ownOpensAt?: number | undefined;
}

/** Every move of minutes. */
@Injectable()
export class MinutesMoves {
  constructor(
    private readonly mover: Mover,
    private readonly sessions: SessionsRepository,
    private readonly settings: Settings,
  ) {}

  /** Moves the minutes and brings `minutes` up to date. @throws what Mover.move throws */
  async move(
    ctx: RequestContext,
    { minutes, held }: Pick<MinutesInView, 'minutes' | 'held'>,
    action: MinutesAction,
    { reason, patch = {}, ownOpensAt }: MinutesMoveOptions = {},
  ): Promise<MoveResult> {
    const ownDueAt = await this.ownDueAt(ctx, { ...minutes, ...patch }, action);
    const state = await this.mover.move(ctx, {
      machine: minutesMachine,
      item: minutes,
      action,
      held,
      title: minutes.sessionTitle,
      topicIds: await this.topicIdsOf(ctx, minutes),
      reason,
      patch,
      related: { recorder: minutes.recorderId },
      ...(ownDueAt !== null && { ownDueAt }),
      ownOpensAt,
    });
    Object.assign(minutes, patch, { state });
    return { id: minutes.id, state };
  }

  /** Objections are answered when their time ends; publication counts from the session's end, when the draft began. */
  private async ownDueAt(ctx: RequestContext, minutes: MinutesEntity, action: MinutesAction): Promise<number | null> {
    if (action !== 'countersign') return minutes.objectionEndsAt;
    const { deadlines } = await this.settings.of(ctx.db, minutes.township);
    return deadlineAfter(minutes.createdAt, deadlines.minutesPublish);
  }

  /** Puts the to-do of a new draft before its recorder and returns its deadline. */
  async begin(ctx: RequestContext, minutes: MinutesEntity): Promise<number | null> {
    return this.mover.begin(ctx, {
      machine: minutesMachine,
      item: minutes,
      title: minutes.sessionTitle,
      topicIds: [],
      related: { recorder: minutes.recorderId },
    });
  }

  async topicIdsOf(ctx: RequestContext, { sessionId }: MinutesEntity): Promise<string[]> {
    return (await this.sessions.topicsOf(ctx.db, sessionId)).map((topic) => topic.id);
  }
}
