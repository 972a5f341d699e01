import type { LiveEntry, LiveTurn } from './live.contract.js';

/**
 * Each turn at the floor of a whole log, in order. No part of LiveState: the minutes alone ask for it, and whoever
 * watches would be sent more with every turn.
 */
export function turnsOf(log: readonly LiveEntry[]): LiveTurn[] {
  const turns: LiveTurn[] = [];
  let itemId: string | null = null;
  for (const entry of log) {
    if (entry.kind === 'item') itemId = entry.itemId;
    if (entry.kind !== 'floor' && entry.kind !== 'closed') continue;
    const last = turns[turns.length - 1];
    if (last?.until === null) last.until = entry.at;
    if (entry.kind === 'closed') itemId = null;
    else if (entry.who !== null) turns.push({ who: entry.who, itemId, since: entry.at, until: null });
  }
  return turns;
}
