import type { LiveChange, LiveEntry, LivePoll, LiveRecord, LiveSpeaker, LiveState } from './live.contract.js';
import { fairOrder } from './live.queue.js';
import { turnsOf } from './live.turns.js';

type RoomCounted = Extract<LiveChange, { kind: 'poll_room' }>;
type PollEnd = Pick<Extract<LiveChange, { kind: 'poll_close' }>, 'counts' | 'roomOver'>;

/** Before anything happened. */
export const EMPTY_LIVE_STATE: LiveState = Object.freeze({
  seq: 0,
  open: false,
  openedAt: null,
  closedAt: null,
  present: 0,
  expected: 0,
  itemId: null,
  itemSince: null,
  items: [],
  speaker: null,
  queue: [],
  raised: [],
  orderedByChair: false,
  orderReason: null,
  spokenCount: {},
  lastCategory: null,
  poll: null,
  polls: [],
  points: [],
  notices: [],
});

/** Whether entries do not follow on a state: some between them are missing. Those already folded in do not matter. */
export function hasGap({ seq }: Pick<LiveState, 'seq'>, entries: readonly LiveEntry[]): boolean {
  const fresh = entries.filter((entry) => entry.seq > seq);
  return fresh.some((entry, i) => entry.seq !== seq + 1 + i);
}

/**
 * Where a session stands after these entries, in order; those already folded in are passed over. Nothing given is
 * changed. @throws RangeError where one is missing (see hasGap)
 */
export function foldLive(state: LiveState, entries: readonly LiveEntry[]): LiveState {
  return entries.reduce((folded, entry) => {
    if (entry.seq <= folded.seq) return folded;
    if (entry.seq !== folded.seq + 1) throw new RangeError(`entry ${entry.seq} does not follow on ${folded.seq}`);
    return { ...step(folded, entry), seq: entry.seq };
  }, state);
}

/** What of a session goes into the minutes. @param log from its first entry on */
export function liveRecord(log: readonly LiveEntry[]): LiveRecord {
  const { openedAt, closedAt, points, polls, items } = foldLive(EMPTY_LIVE_STATE, log);
  return { openedAt, closedAt, points: points.filter((point) => point.taken), polls, items, turns: turnsOf(log) };
}

function step(state: LiveState, entry: LiveEntry): LiveState {
  const { at } = entry;
  switch (entry.kind) {
    case 'opened':
      return { ...state, open: true, openedAt: at, present: entry.present, expected: entry.expected };
    case 'closed':
      return closed(state, at);
    case 'roll':
      return { ...state, present: entry.present, expected: entry.expected };
    case 'item':
      return atItem(state, entry.itemId, at);
    case 'hand_up':
      return handUp(state, entry.who);
    case 'hand_down':
      return handDown(state, entry.participantId);
    case 'floor':
      return floor(state, entry.who, at, entry.seconds);
    case 'more_time':
      return moreTime(state, entry.seconds, at);
    case 'queue':
      return inOrder(state, entry.order, entry.reason);
    case 'poll_open': {
      const { pollId, question, options } = entry;
      const counts = options.map(() => 0);
      return { ...state, poll: { pollId, question, options, counts, room: null, openedAt: at, closedAt: null } };
    }
    case 'poll_count':
      return state.poll?.pollId === entry.pollId ? { ...state, poll: { ...state.poll, counts: entry.counts } } : state;
    case 'poll_room':
      return roomCounted(state, entry, at);
    case 'poll_close':
      return state.poll?.pollId === entry.pollId ? pollClosed(state, state.poll, entry, at) : state;
    case 'point': {
      const { pointId, itemId, who, text, isTask = false } = entry;
      return { ...state, points: [...state.points, { pointId, itemId, who, text, isTask, at, taken: false }] };
    }
    case 'point_taken': {
      const { pointId, taken } = entry;
      return {
        ...state,
        points: state.points.map((point) => (point.pointId === pointId ? { ...point, taken } : point)),
      };
    }
    case 'point_withdrawn':
      return { ...state, points: state.points.filter(({ pointId }) => pointId !== entry.pointId) };
    case 'notice':
      return { ...state, notices: [...state.notices, { at, text: entry.text }] };
    default:
      // Hidden from this audience, or newer than this client: it only counts on.
      return state;
  }
}

function closed(state: LiveState, at: number): LiveState {
  const settled = state.poll === null ? state : pollClosed(state, state.poll, state.poll, at);
  return {
    ...atItem(settled, null, at),
    open: false,
    closedAt: at,
    speaker: null,
    queue: [],
    raised: [],
    orderedByChair: false,
    orderReason: null,
  };
}

function atItem(state: LiveState, itemId: string | null, at: number): LiveState {
  const items = state.items.map((span) => (span.until === null ? { ...span, until: at } : span));
  if (itemId === null) return { ...state, itemId, itemSince: null, items };
  return { ...state, itemId, itemSince: at, items: [...items, { itemId, since: at, until: null }] };
}

function handUp(state: LiveState, who: LiveSpeaker): LiveState {
  if (state.raised.includes(who.participantId)) return state;
  const waiting = [...inTurn(state), who];
  return { ...state, ...fairly(state, waiting), raised: waiting.map(({ participantId }) => participantId) };
}

function handDown(state: LiveState, participantId: string): LiveState {
  if (!state.raised.includes(participantId)) return state;
  const raised = state.raised.filter((id) => id !== participantId);
  if (state.orderedByChair) {
    return { ...state, raised, queue: state.queue.filter((who) => who.participantId !== participantId) };
  }
  const waiting = inTurn(state).filter((who) => who.participantId !== participantId);
  return { ...state, ...fairly(state, waiting), raised };
}

function floor(state: LiveState, who: LiveSpeaker | null, at: number, seconds: number | null): LiveState {
  if (who === null) return { ...state, speaker: null };
  const { participantId, category } = who;
  const spoken: LiveState = {
    ...state,
    speaker: { ...who, since: at, until: seconds === null ? null : at + seconds * 1000 },
    spokenCount: { ...state.spokenCount, [participantId]: (state.spokenCount[participantId] ?? 0) + 1 },
    lastCategory: category,
  };
  const left = handDown(spoken, participantId);
  // Who waits is ordered anew also where the speaker had not raised a hand: the category before them is another.
  return left.orderedByChair ? left : { ...left, ...fairly(left, inTurn(left)) };
}

function moreTime(state: LiveState, seconds: number, at: number): LiveState {
  const { speaker } = state;
  if (speaker === null) return state;
  return { ...state, speaker: { ...speaker, until: Math.max(speaker.until ?? at, at) + seconds * 1000 } };
}

/** Those in the chair's order first; whoever it leaves out comes after them, as before. */
function inOrder(state: LiveState, order: readonly string[], reason: string | null): LiveState {
  const named = order.flatMap((id) => state.queue.filter((who) => who.participantId === id));
  const others = state.queue.filter((who) => !order.includes(who.participantId));
  return { ...state, queue: [...new Set([...named, ...others])], orderedByChair: true, orderReason: reason };
}

function roomCounted(state: LiveState, { pollId, counts, who }: RoomCounted, at: number): LiveState {
  const { poll } = state;
  return poll?.pollId === pollId ? { ...state, poll: { ...poll, room: { counts, who, at, over: false } } } : state;
}

function pollClosed(state: LiveState, poll: LivePoll, { counts, roomOver = false }: PollEnd, at: number): LiveState {
  const room = poll.room && { ...poll.room, over: roomOver };
  return { ...state, poll: null, polls: [...state.polls, { ...poll, counts, room, closedAt: at }] };
}

/** Those who wait, in the order in which their hands went up. */
function inTurn({ queue, raised }: LiveState): LiveSpeaker[] {
  const turn = new Map(raised.map((id, i) => [id, i]));
  return [...queue].sort((a, b) => (turn.get(a.participantId) ?? 0) - (turn.get(b.participantId) ?? 0));
}

function fairly(state: LiveState, waiting: LiveSpeaker[]): Pick<LiveState, 'queue' | 'orderedByChair' | 'orderReason'> {
  const { spokenCount, lastCategory } = state;
  const queue = fairOrder({ raised: waiting, spokenCount, lastCategory });
  return { queue, orderedByChair: false, orderReason: null };
}
