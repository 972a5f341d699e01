import { DEFAULT_POLL_OPTIONS, isRoomOver, type LiveWritten, roomHandsMax } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { ParticipantEntity } from '../sessions/session.entity.js';
import type { LiveFloorDto, LiveNoticeDto, LivePollDto, LiveQueueDto } from './live.dto.js';
import { LiveEntriesRepository } from './live-entries.repository.js';
import { LiveLog } from './live-log.js';
import { type LiveStep, LiveSteps, speakerOf } from './live-steps.js';
import { checkItem } from './programme-items.js';

/** What whoever chairs does: the programme, the floor, the queue, polls and notices. */
@Injectable()
export class LiveChair {
  constructor(
    private readonly steps: LiveSteps,
    private readonly log: LiveLog,
    private readonly entries: LiveEntriesRepository,
    private readonly words: BlockedWords,
  ) {}

  /** @throws LIVE.UNKNOWN_ITEM */
  async item(ctx: RequestContext, id: string, itemId: string | null): Promise<LiveWritten> {
    const { log, session } = await this.begin(ctx, id);
    if (itemId !== null) checkItem(session.programme, itemId);
    if (log.state.itemId === itemId) return { seq: log.row.seq };
    return this.log.append(ctx, log, { kind: 'item', itemId });
  }

  /** @throws LIVE.NOT_IN_SESSION, LIVE.ALREADY_SPEAKING */
  async floor(ctx: RequestContext, id: string, { participantId, seconds = null }: LiveFloorDto): Promise<LiveWritten> {
    const { log } = await this.begin(ctx, id);
    const { speaker } = log.state;
    if (participantId === null) {
      if (speaker === null) return { seq: log.row.seq };
      return this.log.append(ctx, log, { kind: 'floor', who: null, seconds: null });
    }
    if (speaker?.participantId === participantId) throw new CodedError('LIVE.ALREADY_SPEAKING');
    const listed = await ctx.db.findOneBy(ParticipantEntity, { id: participantId, sessionId: id });
    const { who, personId } = speakerOf(listed);
    return this.log.append(ctx, log, { kind: 'floor', who, seconds }, { personId });
  }

  /** @throws LIVE.NOBODY_SPEAKS */
  async moreTime(ctx: RequestContext, id: string, seconds: number): Promise<LiveWritten> {
    const { log } = await this.begin(ctx, id);
    if (log.state.speaker === null) throw new CodedError('LIVE.NOBODY_SPEAKS');
    return this.log.append(ctx, log, { kind: 'more_time', seconds });
  }

  /** @throws LIVE.QUEUE_CHANGED, CONTENT.BLOCKED_WORD */
  async queue(ctx: RequestContext, id: string, { order, reason }: LiveQueueDto): Promise<LiveWritten> {
    const { log, session } = await this.begin(ctx, id);
    const waiting = new Set(log.state.raised);
    if (order.length !== waiting.size || !order.every((who) => waiting.has(who))) {
      throw new CodedError('LIVE.QUEUE_CHANGED');
    }
    await this.words.refuse(ctx, session.township, [reason]);
    return this.log.append(ctx, log, { kind: 'queue', order, reason: reason ?? null });
  }

  /** @throws LIVE.POLL_OPEN, CONTENT.BLOCKED_WORD */
  async openPoll(ctx: RequestContext, id: string, { question, options }: LivePollDto): Promise<LiveWritten> {
    const { log, session } = await this.begin(ctx, id);
    if (log.state.poll !== null) throw new CodedError('LIVE.POLL_OPEN');
    const offered = options ?? [...DEFAULT_POLL_OPTIONS];
    if (new Set(offered).size < offered.length) {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'options', message: '选项不能重复' }] });
    }
    await this.words.refuse(ctx, session.township, [question, ...offered]);
    const pollId = newId(ctx.now);
    const written = await this.log.append(ctx, log, { kind: 'poll_open', pollId, question, options: offered });
    return { ...written, id: pollId };
  }

  /** @throws LIVE.POLL_CLOSED, LIVE.ROOM_HANDS_OVER where people came to vote on phones after the room was counted */
  async closePoll(ctx: RequestContext, id: string, pollId: string): Promise<LiveWritten> {
    const { log } = await this.begin(ctx, id);
    const { poll } = log.state;
    if (poll?.pollId !== pollId) throw new CodedError('LIVE.POLL_CLOSED');
    if (poll.room !== null) {
      const there = await this.entries.roomPresence(ctx.db, id, pollId);
      if (isRoomOver(poll.room.counts, there)) {
        throw new CodedError('LIVE.ROOM_HANDS_OVER', { max: roomHandsMax(there) });
      }
    }
    const counts = await this.entries.counts(ctx.db, pollId, poll.options.length);
    return this.log.append(ctx, log, { kind: 'poll_close', pollId, counts });
  }

  /** @throws CONTENT.BLOCKED_WORD */
  async notice(ctx: RequestContext, id: string, { text }: LiveNoticeDto): Promise<LiveWritten> {
    const { log, session } = await this.begin(ctx, id);
    await this.words.refuse(ctx, session.township, [text]);
    return this.log.append(ctx, log, { kind: 'notice', text });
  }

  private begin(ctx: RequestContext, id: string): Promise<LiveStep> {
    return this.steps.begin(ctx, id, 'live.chair');
  }
}
