import type { ErrorCode } from '../errors/errors.js';
import type { ParticipantCategory } from '../sessions/session.rules.js';

/** Somebody on the list of a session, as the live log names them. */
export interface LiveSpeaker {
  participantId: string;
  /** Null for those outside: they see only the category. */
  name: string | null;
  category: ParticipantCategory;
  /** Has no account (see SessionGuest): whatever outlasts the session names them by what they are. Not for those outside. */
  guest?: true;
}

/**
 * `inside`: who takes part, chairs, records or handles the session. `outside`: anyone else who may see it; no names, no
 * points, no reasons.
 */
export type LiveAudience = 'inside' | 'outside';

/** What can happen while a session is open. */
export type LiveChange =
  /** With the start of the session; how many have a seat, and how many of them are there. */
  | { kind: 'opened'; present: number; expected: number }
  /** With its end: nobody speaks, no hand is up, and no poll is open any more. */
  | { kind: 'closed' }
  /** The roll reached somebody. `participantId` is null for those outside. */
  | { kind: 'roll'; participantId: string | null; here: boolean; present: number; expected: number }
  /** The chair goes to an item of the programme; null: none of them. */
  | { kind: 'item'; itemId: string | null }
  | { kind: 'hand_up'; who: LiveSpeaker }
  | { kind: 'hand_down'; participantId: string }
  /** Gives the floor, also to somebody who did not ask for it; null: nobody speaks. */
  | { kind: 'floor'; who: LiveSpeaker | null; seconds: number | null }
  /** The speaker goes on, counted from the end of their time or, if that is past or unlimited, from now. */
  | { kind: 'more_time'; seconds: number }
  /** The chair's order of all who wait; it holds until the next hand goes up. */
  | { kind: 'queue'; order: string[]; reason: string | null }
  | { kind: 'poll_open'; pollId: string; question: string; options: string[] }
  | { kind: 'poll_count'; pollId: string; counts: number[] }
  /** Hands of those without a phone, as somebody counted them in the room; the last one holds. */
  | { kind: 'poll_room'; pollId: string; counts: number[]; who: LiveCounter }
  /** `roomOver`: more hands were counted in the room than can have been raised there; left out where they fit. */
  | { kind: 'poll_close'; pollId: string; counts: number[]; roomOver?: boolean }
  /** `isTask`: what somebody suggests that is done, rather than something said; left out for the latter. */
  | { kind: 'point'; pointId: string; itemId: string | null; who: LiveSpeaker; text: string; isTask?: boolean }
  /** The recorder takes a point into the minutes, or leaves it out again. */
  | { kind: 'point_taken'; pointId: string; taken: boolean }
  | { kind: 'point_withdrawn'; pointId: string }
  /** A line from the chair to everyone. */
  | { kind: 'notice'; text: string }
  /** Something that is not for this audience; only `seq` counts on. */
  | { kind: 'hidden' };

/** One line of the log. `seq` counts from 1 without a gap; `at` is ms since 1970, by the server's clock. */
export type LiveEntry = { seq: number; at: number } & LiveChange;

/** Who counted hands in the room. */
export interface LiveCounter {
  /** Null for those outside. */
  name: string | null;
}

/** Hands counted in the room: of those who are there and vote on no phone. */
export interface RoomHands {
  /** One number an option, in their order. */
  counts: number[];
  who: LiveCounter;
  at: number;
  /** More than can have been raised when the poll was closed, and nobody put it right: said wherever they stand. */
  over: boolean;
}

export interface LivePoll {
  pollId: string;
  question: string;
  options: string[];
  /** Votes given on phones: one number an option, in their order. With those of the room: pollVotes. */
  counts: number[];
  /** Null where nobody counted hands in the room. */
  room: RoomHands | null;
  openedAt: number;
  closedAt: number | null;
}

export interface LivePoint {
  pointId: string;
  itemId: string | null;
  who: LiveSpeaker;
  text: string;
  /** 建议承办事项: taken, it begins an agreed task of the minutes, not a point of what was said. */
  isTask: boolean;
  at: number;
  taken: boolean;
}

export interface LiveItemSpan {
  itemId: string;
  since: number;
  until: number | null;
}

/** Once that somebody had the floor. */
export interface LiveTurn {
  who: LiveSpeaker;
  /** The item at which they began; null: none. */
  itemId: string | null;
  since: number;
  until: number | null;
}

/** Where a session stands: what folding its log from the start gives (foldLive). */
export interface LiveState {
  /** Of the last entry folded in; 0: none yet. */
  seq: number;
  open: boolean;
  openedAt: number | null;
  closedAt: number | null;
  present: number;
  expected: number;
  itemId: string | null;
  itemSince: number | null;
  /** Each stay at an item, in order; an item may come again. */
  items: LiveItemSpan[];
  /** `until` null: as long as it takes. Past `until` they are over their time, but go on until the chair says. */
  speaker: (LiveSpeaker & { since: number; until: number | null }) | null;
  /** Those who wait, in the order in which they will speak. */
  queue: LiveSpeaker[];
  /** Participant ids in the order in which their hands went up. */
  raised: string[];
  /** The chair's own order is in force, until the next hand. */
  orderedByChair: boolean;
  /** Why, where that was said; null otherwise. */
  orderReason: string | null;
  /** How often each had the floor; who is missing had it never. */
  spokenCount: Record<string, number>;
  /** The category that had the floor last. */
  lastCategory: ParticipantCategory | null;
  /** The one that is open. */
  poll: LivePoll | null;
  /** Those that are closed, in order. */
  polls: LivePoll[];
  /** Without those withdrawn; none for those outside. */
  points: LivePoint[];
  notices: { at: number; text: string }[];
}

/** Who watches now, each person once. */
export interface LivePresence {
  /** On the roll as present. */
  room: number;
  /** Everyone else, visitors too. */
  home: number;
}

/** GET /sessions/:id/live: for who has no socket, and for what only oneself may know. */
export interface LiveView {
  sessionId: string;
  audience: LiveAudience;
  state: LiveState;
  presence: LivePresence;
  /** The server's clock, ms since 1970. */
  now: number;
  me: {
    /** One's own place on the list; null for who does not take part. */
    participantId: string | null;
    /** Runs the session: items, floor, queue, polls, notices. */
    canChair: boolean;
    /** Raises a hand, votes, writes points. */
    canTakePart: boolean;
    /** Takes points into the minutes. */
    canRecord: boolean;
    /** Enters the hands that were counted in the room. */
    canCountRoom: boolean;
    /** How many hands those can have raised in the room; null where one does not count them, or no poll is open. */
    roomHandsMax: number | null;
    /** One's own vote in the poll that is open, as the index of its option. */
    vote: { pollId: string; option: number } | null;
  };
}

/** Every write below answers with the seq that its entry has; a write that changed nothing with the last one. */
export interface LiveWritten {
  seq: number;
  /** The id of a poll or point that was just made. */
  id?: string;
}

/** POST /sessions/:id/live/item */
export interface LiveItemInput {
  itemId: string | null;
}

/** POST /sessions/:id/live/hand takes no body: one's own hand. */

/** POST /sessions/:id/live/hand-down: one's own without `participantId`; somebody else's by who chairs. */
export interface LiveHandDownInput {
  participantId?: string;
}

/** POST /sessions/:id/live/floor */
export interface LiveFloorInput {
  participantId: string | null;
  /** Null or left out: no limit. */
  seconds?: number | null;
}

/** POST /sessions/:id/live/more-time */
export interface LiveMoreTimeInput {
  seconds: number;
}

/** POST /sessions/:id/live/queue: everyone who waits, each once. LIVE.QUEUE_CHANGED when somebody came or left. */
export interface LiveQueueInput {
  order: string[];
  reason?: string;
}

/** POST /sessions/:id/live/polls; POST …/polls/:pollId/close takes no body. */
export interface LivePollInput {
  question: string;
  /** DEFAULT_POLL_OPTIONS when left out. */
  options?: string[];
}

/** POST /sessions/:id/live/polls/:pollId/votes: may be sent again while the poll is open; the last one counts. */
export interface LiveVoteInput {
  /** Index of the option, from 0. */
  option: number;
}

/** POST /sessions/:id/live/polls/:pollId/room: may be sent again while the poll is open; the last one holds. */
export interface LiveRoomHandsInput {
  /** One number an option, in their order. LIVE.ROOM_HANDS_OVER when they are more than who is there without a vote. */
  counts: number[];
}

/** POST /sessions/:id/live/points; POST …/points/:pointId/withdraw takes no body. */
export interface LivePointInput {
  text: string;
  /** The item it is about; left out: the one at which the session is. */
  itemId?: string | null;
  /** Something to be done that is suggested; left out: something said. */
  isTask?: boolean;
}

/** POST /sessions/:id/live/points/:pointId/take */
export interface LiveTakeInput {
  taken: boolean;
}

/** POST /sessions/:id/live/notice */
export interface LiveNoticeInput {
  text: string;
}

/** Where the socket is: same host and path prefix as the API. */
export const LIVE_SOCKET_PATH = '/api/v1/live';

/**
 * What the client sends on the socket. First a join, within LIVE_SOCKET.joinWithinMs; the access token goes here, never
 * in the address. A later `token` renews the sign-in without joining again. A ping is answered with its number.
 */
export type LiveClientFrame =
  | { join: string; after: number | null; token?: string }
  | { token: string }
  | { ping: number };

/** What the server sends, one of these a frame. */
export type LiveServerFrame =
  /** Start from this: after a join with `after: null` or too far behind, and when the audience changed. */
  | { state: LiveState; audience: LiveAudience; now: number }
  /** The answer to a join with `after`: what was missed, perhaps nothing. */
  | { entries: LiveEntry[]; audience: LiveAudience; now: number }
  /** What just happened, in order. */
  | { entries: LiveEntry[] }
  | { presence: LivePresence }
  | { pong: number; now: number }
  /** The join does not stand; the socket closes. */
  | { refused: ErrorCode };

/** What LiveRecords answers for the minutes. */
export interface LiveRecord {
  openedAt: number | null;
  closedAt: number | null;
  /** Those the recorder took, in the order in which they were made. */
  points: LivePoint[];
  polls: LivePoll[];
  items: LiveItemSpan[];
  turns: LiveTurn[];
}
