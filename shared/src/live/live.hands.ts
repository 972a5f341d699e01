import type { LivePoll } from './live.contract.js';

/** A question put to those present: nothing is decided by it, so it is no 表决. */
export const SHOW_OF_HANDS_TEXT = '举手表态';
/** The part of it that somebody counts in the room. */
export const ROOM_HANDS_TEXT = '现场计数';

/** What decides how many hands can be raised in the room. */
export interface RoomPresence {
  /** On the roll as there. */
  readonly present: number;
  /** Those of them who have voted on a phone: nobody counts twice. */
  readonly voted: number;
}

/** How many hands those can raise who are on the roll and have voted on no phone. */
export const roomHandsMax = ({ present, voted }: RoomPresence): number => Math.max(0, present - voted);

/** Whether more hands were counted in the room than can have been raised there. */
export const isRoomOver = (counts: readonly number[], there: RoomPresence): boolean =>
  sumOf(counts) > roomHandsMax(there);

type Counted = Pick<LivePoll, 'options' | 'counts'> & Partial<Pick<LivePoll, 'room'>>;

/** Votes from phones and from the room, for one option or for all of them. */
export interface Votes {
  phone: number;
  /** Null where nobody counted in the room. */
  room: number | null;
  all: number;
}

/** Each option of a show of hands with its votes. */
export const pollVotes = ({ options, counts, room }: Counted): Votes[] =>
  options.map((_, i) => votesOf(counts[i] ?? 0, room ? (room.counts[i] ?? 0) : null));

/** All votes of a show of hands. */
export function allVotes(poll: Counted): Votes {
  const each = pollVotes(poll);
  return votesOf(sumOf(each.map(({ phone }) => phone)), poll.room ? sumOf(each.map(({ room }) => room ?? 0)) : null);
}

/** 手机 12，现场 8; null where nobody counted in the room. */
export const sayVotes = ({ phone, room }: Omit<Votes, 'all'>): string | null =>
  room === null ? null : `手机 ${phone}，现场 ${room}`;

/** Said of hands that nobody put right before the poll was closed. */
export const ROOM_OVER_TEXT = '现场计数多于到会而没有用手机表态的人数，请核实';

const votesOf = (phone: number, room: number | null): Votes => ({ phone, room, all: phone + (room ?? 0) });
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);
