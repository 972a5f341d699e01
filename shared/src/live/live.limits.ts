export const LIVE_LIMITS = {
  secondsMin: 10,
  secondsMax: 3600,
  reasonMax: 60,
  questionMax: 60,
  optionsMin: 2,
  optionsMax: 5,
  optionMax: 12,
  pointMax: 200,
  /** Points of one person in one session, those withdrawn too. */
  pointsEach: 30,
  noticeMax: 100,
  /** Lines of one session's log, so that nobody can fill it without end. Its end is always written. */
  entries: 20_000,
} as const;

/** What a show of hands offers unless the chair writes something else. */
export const DEFAULT_POLL_OPTIONS: readonly string[] = ['赞成', '反对', '弃权'];

/** Speaking times to choose from, in seconds; the first is offered. */
export const SPEAKING_SECONDS: readonly number[] = [180, 60, 120, 300, 600];
/** By how much the chair prolongs, in seconds. */
export const MORE_SECONDS: readonly number[] = [60, 120];

/** How the queue is ordered, for those who wait in it. */
export const QUEUE_RULE_TEXT = '没发过言的先说，各类人员轮流，先举手的在前；主持人可以调整，调整会留下记录。';

/** Times of the socket, in ms. */
export const LIVE_SOCKET = {
  joinWithinMs: 10_000,
  /** The client pings this often; who is silent for three of them is gone. */
  pingEveryMs: 15_000,
  /** Further behind than this many entries, a client is given the state instead. */
  behindMax: 500,
  /** The longest frame that a client may send, in bytes. */
  frameMax: 8192,
} as const;

/** Why the server closed the socket. Only `refused` and `malformed` are final; after the others rejoin by seq. */
export const LIVE_CLOSE = {
  /** This server stops; another one, or the same anew, goes on. */
  restart: 1012,
  /** Refused: the last frame said why. */
  refused: 4400,
  malformed: 4401,
  /** Did not take what was sent to it fast enough. */
  slow: 4408,
  /** No sign of life. */
  silent: 4409,
  /** Too many connections; come back later, or poll. */
  tooMany: 4429,
} as const;
