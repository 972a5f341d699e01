import { encodeTime, monotonicFactory, type ULIDFactory } from 'ulid';

let next: ULIDFactory = monotonicFactory();
let latest = 0;

/**
 * A new id, a ULID of the moment: later ones sort after earlier ones, also within a millisecond.
 * @param now ms since 1970; going back in time, as the demo's history does, is allowed
 */
export function newId(now: number): string {
  // The factory never goes back by itself: it would give an old moment the newest id.
  if (now < latest) next = monotonicFactory();
  latest = now;
  return next(now);
}

/** The lowest id that a moment, ms since 1970, can have: to find what was made since then. */
export function firstIdOf(at: number): string {
  return `${encodeTime(at, 10)}${'0'.repeat(16)}`;
}

export const ID_PATTERN = /^[0-9A-HJKMNP-TV-Z]{26}$/;
