import { holds, LIVE_LIMITS, type LivePoint, type LiveWritten } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import type { LivePointDto } from './live.dto.js';
import { LiveVoteEntity } from './live.entity.js';
import { LiveEntriesRepository } from './live-entries.repository.js';
import { LiveLog, type OpenLog } from './live-log.js';
import { LiveSteps, speakerOf } from './live-steps.js';
import { checkItem } from './programme-items.js';

/** What those who take part do: hands, votes and points; and the recorder with the points. */
@Injectable()
export class LivePart {
  constructor(
    private readonly steps: LiveSteps,
    private readonly log: LiveLog,
    private readonly entries: LiveEntriesRepository,
    private readonly words: BlockedWords,
  ) {}

  /** Raises one's own hand; once more changes nothing. */
  async raiseHand(ctx: RequestContext, id: string): Promise<LiveWritten> {
    const { log, mine } = await this.steps.begin(ctx, id, 'live.take_part');
    const { who, personId } = speakerOf(mine);
    if (log.state.raised.includes(who.participantId)) return { seq: log.row.seq };
    return this.log.append(ctx, log, { kind: 'hand_up', who }, { personId });
  }

  /** Takes one's own hand down, or somebody else's by who chairs. */
  async lowerHand(ctx: RequestContext, id: string, other?: string): Promise<LiveWritten> {
    const { log, mine, held } = await this.steps.begin(ctx, id, 'live.hand_down');
    const participantId = other ?? mine?.id;
    if (participantId !== mine?.id && !holds('live.chair', held)) throw new CodedError('AUTH.FORBIDDEN');
    if (participantId === undefined || !log.state.raised.includes(participantId)) return { seq: log.row.seq };
    return this.log.append(ctx, log, { kind: 'hand_down', participantId });
  }

  /** The last vote of each person counts. @throws LIVE.POLL_CLOSED, REQUEST.INVALID for an option that there is not */
  async vote(ctx: RequestContext, id: string, pollId: string, choice: number): Promise<LiveWritten> {
    const { log } = await this.steps.begin(ctx, id, 'live.take_part');
    const { poll } = log.state;
    if (poll?.pollId !== pollId) throw new CodedError('LIVE.POLL_CLOSED');
    if (choice >= poll.options.length) {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'option', message: '请重新选择' }] });
    }
    const personId = actorOf(ctx).id;
    const before = await ctx.db.findOneBy(LiveVoteEntity, { pollId, personId });
    if (before?.choice === choice) return { seq: log.row.seq };
    const vote = { pollId, personId, sessionId: id, choice, at: ctx.now };
    await ctx.db.upsert(LiveVoteEntity, vote, ['pollId', 'personId']);
    const counts = await this.entries.counts(ctx.db, pollId, poll.options.length);
    return this.log.append(ctx, log, { kind: 'poll_count', pollId, counts }, { nobody: true });
  }

  /** @throws LIVE.UNKNOWN_ITEM, LIVE.POINTS_FULL, CONTENT.BLOCKED_WORD */
  async write(ctx: RequestContext, id: string, { text, itemId: chosen, isTask }: LivePointDto): Promise<LiveWritten> {
    const { log, mine, session } = await this.steps.begin(ctx, id, 'live.take_part');
    const { who } = speakerOf(mine);
    const personId = actorOf(ctx).id;
    const itemId = chosen === undefined ? log.state.itemId : chosen;
    if (chosen) checkItem(session.programme, chosen);
    const max = LIVE_LIMITS.pointsEach;
    if ((await this.entries.pointsOf(ctx.db, id, personId)) >= max) throw new CodedError('LIVE.POINTS_FULL', { max });
    await this.words.refuse(ctx, session.township, [text]);
    const pointId = newId(ctx.now);
    const point = { kind: 'point', pointId, itemId, who, text, ...(isTask && { isTask }) } as const;
    const written = await this.log.append(ctx, log, point, { personId });
    return { ...written, id: pointId };
  }

  /** @throws LIVE.POINT_GONE, also for somebody else's */
  async withdraw(ctx: RequestContext, id: string, pointId: string): Promise<LiveWritten> {
    const { log, mine } = await this.steps.begin(ctx, id, 'live.take_part');
    if (pointOf(log, pointId).who.participantId !== mine?.id) throw new CodedError('LIVE.POINT_GONE');
    return this.log.append(ctx, log, { kind: 'point_withdrawn', pointId });
  }

  /** Takes a point into the minutes or leaves it out. @throws LIVE.POINT_GONE */
  async take(ctx: RequestContext, id: string, pointId: string, taken: boolean): Promise<LiveWritten> {
    const { log } = await this.steps.begin(ctx, id, 'live.record');
    if (pointOf(log, pointId).taken === taken) return { seq: log.row.seq };
    return this.log.append(ctx, log, { kind: 'point_taken', pointId, taken });
  }
}

function pointOf({ state }: OpenLog, pointId: string): LivePoint {
  const point = state.points.find((one) => one.pointId === pointId);
  if (point === undefined) throw new CodedError('LIVE.POINT_GONE');
  return point;
}
