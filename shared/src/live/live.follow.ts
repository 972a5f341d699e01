import type { LiveAudience, LivePresence, LiveServerFrame, LiveState } from './live.contract.js';
import { foldLive, hasGap } from './live.fold.js';

/** What a watcher has made of the frames so far. */
export interface LiveFollowed {
  readonly state: LiveState | null;
  readonly audience: LiveAudience | null;
  readonly presence: LivePresence;
  /** The server's clock minus the watcher's, ms. */
  readonly clockAhead: number;
}

export const NOTHING_FOLLOWED: LiveFollowed = {
  state: null,
  audience: null,
  presence: { room: 0, home: 0 },
  clockAhead: 0,
};

/**
 * Takes one frame in. `rejoin`: entries are missing, so join again with `after: state.seq`; `restart`: this is
 * another audience than the state was made for, so join again with `after: null`.
 *
 * @param here the watcher's own clock, ms since 1970
 */
export function followLive(
  seen: LiveFollowed,
  frame: LiveServerFrame,
  here: number,
): LiveFollowed | 'rejoin' | 'restart' {
  if ('state' in frame) {
    const { state, audience } = frame;
    return { ...seen, state, audience, clockAhead: frame.now - here };
  }
  if ('presence' in frame) return { ...seen, presence: frame.presence };
  if ('pong' in frame) return { ...seen, clockAhead: frame.now - here };
  if (!('entries' in frame)) return seen;
  if (seen.state === null) return 'restart';
  const answersJoin = 'audience' in frame;
  if (answersJoin && frame.audience !== seen.audience) return 'restart';
  if (hasGap(seen.state, frame.entries)) return 'rejoin';
  const state = foldLive(seen.state, frame.entries);
  return { ...seen, state, ...(answersJoin ? { clockAhead: frame.now - here } : {}) };
}
