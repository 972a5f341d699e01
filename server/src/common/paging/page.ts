import type { Page } from '@consult/shared';
import { CodedError } from '../errors/coded-error.js';

/** A page out of `limit + 1` rows; the row too many says that there are more. */
export function toPage<T>(rows: readonly T[], limit: number, keyOf: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextAfter: rows.length > limit && last !== undefined ? keyOf(last) : null };
}

/** The place in a list ordered by a moment and, among equals, an id. */
export interface MomentKey {
  readonly at: number;
  readonly id: string;
}

export function momentKey({ at, id }: MomentKey): string {
  return `${at}_${id}`;
}

/** The place a page goes on from; null for the first. @throws REQUEST.INVALID for a key that no list ever gave */
export function parseMomentKey(after: string | undefined): MomentKey | null {
  if (after === undefined) return null;
  const match = /^(\d{1,16})_([0-9A-Z]{26})$/.exec(after);
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'after', message: '翻页参数有误' }] });
  }
  return { at: Number(match[1]), id: match[2] };
}
