import { monotonicFactory } from 'ulid';

const next = monotonicFactory();

/** A new id; later ones sort after earlier ones. */
export function newId(now: number): string {
  return next(now);
}

export const ID_PATTERN = /^[0-9A-HJKMNP-TV-Z]{26}$/;
