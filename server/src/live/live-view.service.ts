import { holds, type LiveView, roomHandsMax, stateOutside, takesPart } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { SessionAccess, type SessionInView } from '../sessions/session-access.js';
import { LiveVoteEntity } from './live.entity.js';
import { LiveEntriesRepository } from './live-entries.repository.js';
import { LivePresences } from './live-presences.js';
import { LiveStates } from './live-states.js';

/** Where a session stands, for one who asks; also for who has no socket and asks again and again. */
@Injectable()
export class LiveViews {
  constructor(
    private readonly access: SessionAccess,
    private readonly states: LiveStates,
    private readonly presences: LivePresences,
    private readonly entries: LiveEntriesRepository,
  ) {}

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<LiveView> {
    const view = await this.access.get(ctx, id);
    const state = await this.states.of(ctx.db, id);
    return {
      sessionId: id,
      audience: view.inside ? 'inside' : 'outside',
      state: view.inside ? state : stateOutside(state),
      presence: this.presences.of(id),
      now: ctx.now,
      me: await this.me(ctx, view, state.poll?.pollId),
    };
  }

  private async me(
    ctx: RequestContext,
    { session, mine, held }: SessionInView,
    pollId: string | undefined,
  ): Promise<LiveView['me']> {
    const voted =
      ctx.actor === null || pollId === undefined
        ? null
        : await ctx.db.findOneBy(LiveVoteEntity, { pollId, personId: ctx.actor.id });
    const canCountRoom = holds('live.count_room', held);
    return {
      participantId: mine !== null && takesPart(mine) ? mine.id : null,
      canChair: holds('live.chair', held),
      canTakePart: holds('live.take_part', held),
      canRecord: holds('live.record', held),
      canCountRoom,
      roomHandsMax:
        canCountRoom && pollId !== undefined
          ? roomHandsMax(await this.entries.roomPresence(ctx.db, session.id, pollId))
          : null,
      vote: voted && { pollId: voted.pollId, option: voted.choice },
    };
  }
}
