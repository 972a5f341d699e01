import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { DrawQuota, DrawTicket } from '../sessions/draw.contract.js';
import { PARTICIPANT_CATEGORIES, type ParticipantCategory } from '../sessions/session.rules.js';

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** What a ticket is ranked by: the smaller, the earlier. The seed is unknown until the pool is closed. */
export const rankOf = (seed: string, ticket: number): string => sha256Hex(`${seed}:${ticket}`);

/** Whether a revealed seed is the one whose digest was shown when the pool was opened. */
export const isSeedOf = (seed: string, seedHash: string): boolean => sha256Hex(seed) === seedHash;

export interface DrawnCategory {
  readonly category: ParticipantCategory;
  /** The tickets drawn, in the order of their rank. */
  readonly tickets: readonly number[];
  /** How many were wanted and not there. */
  readonly missing: number;
}

/**
 * Draws from a pool: in each category the tickets are put in the order of their rank, and the first are drawn. Anybody
 * who has the seed and the tickets gets the same; the order in which they are given does not matter, and neither does
 * the order of the quotas.
 */
export function draw(seed: string, pool: readonly DrawTicket[], quotas: readonly DrawQuota[]): DrawnCategory[] {
  return PARTICIPANT_CATEGORIES.flatMap((category) => {
    const wanted = quotas.filter((quota) => quota.category === category).reduce((sum, { count }) => sum + count, 0);
    if (wanted === 0) return [];
    const tickets = [...new Set(pool.filter((one) => one.category === category).map(({ ticket }) => ticket))]
      .map((ticket) => ({ ticket, rank: rankOf(seed, ticket) }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .slice(0, wanted)
      .map(({ ticket }) => ticket);
    return [{ category, tickets, missing: wanted - tickets.length }];
  });
}

/** The same for one category, to be run in a terminal: the drawn tickets come first. */
export function drawCommand(seed: string, tickets: readonly number[]): string {
  const list = [...tickets].sort((a, b) => a - b).join(' ');
  return `for t in ${list}; do echo "$(printf '%s' '${seed}:'$t | sha256sum | cut -c1-64) $t"; done | sort`;
}
