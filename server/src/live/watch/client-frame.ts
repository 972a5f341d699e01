import type { LiveClientFrame } from '@consult/shared';
import { ID_PATTERN } from '../../common/ids.js';

const TOKEN_MAX = 2_000;

/** What a client sent, or null where it is none of what it may send. */
export function readFrame(text: string): LiveClientFrame | null {
  const frame = parsed(text);
  if (frame === null) return null;
  const { join, after, token, ping } = frame;
  if (token !== undefined && (typeof token !== 'string' || token.length > TOKEN_MAX)) return null;
  if (typeof join === 'string') {
    const isAfter = after === null || (Number.isSafeInteger(after) && (after as number) >= 0);
    if (!ID_PATTERN.test(join) || !isAfter) return null;
    return { join, after: after as number | null, ...(token !== undefined && { token }) };
  }
  if (token !== undefined) return { token };
  return Number.isSafeInteger(ping) ? { ping: ping as number } : null;
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
