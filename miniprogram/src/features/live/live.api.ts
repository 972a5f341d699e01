import type {
  LiveFloorInput,
  LiveHandDownInput,
  LiveItemInput,
  LiveMoreTimeInput,
  LiveNoticeInput,
  LivePointInput,
  LivePollInput,
  LiveQueueInput,
  LiveRoomHandsInput,
  LiveTakeInput,
  LiveView,
  LiveVoteInput,
  LiveWritten,
} from '@consult/shared';
import { request } from '@/services/api';

/** GET /sessions/:id/live */
export const getLive = (sessionId: string): Promise<LiveView> => request('GET', `/sessions/${sessionId}/live`);

/** What somebody does in a session that is on, by the last part of its route, and what goes with it. */
export interface LiveDeeds {
  item: LiveItemInput;
  hand: Record<string, never>;
  'hand-down': LiveHandDownInput;
  floor: LiveFloorInput;
  'more-time': LiveMoreTimeInput;
  queue: LiveQueueInput;
  polls: LivePollInput;
  points: LivePointInput;
  notice: LiveNoticeInput;
  [vote: `polls/${string}/votes`]: LiveVoteInput;
  [room: `polls/${string}/room`]: LiveRoomHandsInput;
  [close: `polls/${string}/close`]: Record<string, never>;
  [take: `points/${string}/take`]: LiveTakeInput;
  [withdraw: `points/${string}/withdraw`]: Record<string, never>;
}

/** POST /sessions/:id/live/… */
export const doLive = <D extends keyof LiveDeeds>(
  sessionId: string,
  deed: D,
  body: LiveDeeds[D],
  idempotencyKey: string,
): Promise<LiveWritten> => request('POST', `/sessions/${sessionId}/live/${deed}`, { body, idempotencyKey });
