import { LRUCache } from 'lru-cache';
import { encodeTime, incrementBase32, monotonicFactory, type ULIDFactory } from 'ulid';

/** So many moments are remembered: work that is told of an earlier one comes in between. */
const MOMENTS = 1_000;
const factories = new LRUCache<number, ULIDFactory>({ max: MOMENTS });

/**
 * A new id, a ULID of the moment: later ones sort after earlier ones, also within a millisecond.
 * @param now ms since 1970; going back in time, as the demo's history does, is allowed
 */
export function newId(now: number): string {
  // One factory would never go back: it would give an old moment the newest id.
  let next = factories.get(now);
  if (next === undefined) {
    next = monotonicFactory();
    factories.set(now, next);
  }
  return next(now);
}

/**
 * A new id that sorts after another also where the clock was put back, or another server's clock runs behind: for what
 * the latest of counts.
 * @param now ms since 1970
 */
export function newIdAfter(previous: string | undefined, now: number): string {
  const id = newId(now);
  return previous === undefined || id > previous ? id : incrementBase32(previous);
}

/** The lowest id that a moment, ms since 1970, can have: to find what was made since then. */
export function firstIdOf(at: number): string {
  return `${encodeTime(at, 10)}${'0'.repeat(16)}`;
}

export const ID_PATTERN = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Comes after every id. */
export const ABOVE_ALL_IDS = 'Z'.repeat(26);
