import { isRoomOver, type LiveWritten, roomHandsMax } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import type { LiveRoomHandsDto } from './live.dto.js';
import { LiveEntriesRepository } from './live-entries.repository.js';
import { LiveLog } from './live-log.js';
import { LiveSteps } from './live-steps.js';

/** 现场计数: hands of those who are there and have no phone, counted by who chairs or records. */
@Injectable()
export class LiveRoomHands {
  constructor(
    private readonly steps: LiveSteps,
    private readonly log: LiveLog,
    private readonly entries: LiveEntriesRepository,
  ) {}

  /** The last count holds. @throws LIVE.POLL_CLOSED, LIVE.ROOM_HANDS_OVER, REQUEST.INVALID */
  async count(ctx: RequestContext, id: string, pollId: string, { counts }: LiveRoomHandsDto): Promise<LiveWritten> {
    const { log } = await this.steps.begin(ctx, id, 'live.count_room');
    const { poll } = log.state;
    if (poll?.pollId !== pollId) throw new CodedError('LIVE.POLL_CLOSED');
    if (counts.length !== poll.options.length) {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'counts', message: '每个选项填一个数' }] });
    }
    const there = await this.entries.roomPresence(ctx.db, id, pollId);
    if (isRoomOver(counts, there)) throw new CodedError('LIVE.ROOM_HANDS_OVER', { max: roomHandsMax(there) });
    if (poll.room?.counts.every((n, i) => n === counts[i])) return { seq: log.row.seq };
    const { id: personId } = actorOf(ctx);
    return this.log.append(ctx, log, { kind: 'poll_room', pollId, counts, who: { name: null } }, { personId });
  }
}
