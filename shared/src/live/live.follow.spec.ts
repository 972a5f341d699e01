import type { LiveEntry } from './live.contract.js';
import { EMPTY_LIVE_STATE } from './live.fold.js';
import { followLive, type LiveFollowed, NOTHING_FOLLOWED } from './live.follow.js';

const entry = (seq: number): LiveEntry => ({ seq, at: seq, kind: 'notice', text: String(seq) });
const followed = (frame: Parameters<typeof followLive>[1], seen: LiveFollowed = inside): LiveFollowed => {
  const next = followLive(seen, frame, 100);
  if (typeof next === 'string') throw new Error(next);
  return next;
};
const inside: LiveFollowed = { ...NOTHING_FOLLOWED, state: { ...EMPTY_LIVE_STATE, seq: 1 }, audience: 'inside' };

describe('Following a session on the socket', () => {
  it('starts from the state it is given, and again from any later one', () => {
    const state = { ...EMPTY_LIVE_STATE, seq: 7 };
    const first = followed({ state, audience: 'outside', now: 130 }, NOTHING_FOLLOWED);
    expect(first).toMatchObject({ state, audience: 'outside', clockAhead: 30 });
    expect(followed({ state, audience: 'outside', now: 90 })).toMatchObject({ audience: 'outside', clockAhead: -10 });
  });

  it('takes in what was missed and what just happened, none of it twice', () => {
    const caughtUp = followed({ entries: [entry(2), entry(3)], audience: 'inside', now: 120 });
    expect(caughtUp).toMatchObject({ state: { seq: 3 }, clockAhead: 20 });
    const next = followed({ entries: [entry(3), entry(4)] }, caughtUp);
    expect(next.state?.notices.map(({ text }) => text)).toEqual(['2', '3', '4']);
    expect(next.clockAhead).toBe(20);
  });

  it('joins again where something is missing', () => {
    expect(followLive(inside, { entries: [entry(3)] }, 0)).toBe('rejoin');
  });

  it('starts over as another audience, and when there is nothing to go on from', () => {
    expect(followLive(inside, { entries: [], audience: 'outside', now: 0 }, 0)).toBe('restart');
    expect(followLive(NOTHING_FOLLOWED, { entries: [entry(1)] }, 0)).toBe('restart');
  });

  it('keeps the state while it hears who watches, how the clock goes and that it was refused', () => {
    expect(followed({ presence: { room: 2, home: 3 } })).toEqual({ ...inside, presence: { room: 2, home: 3 } });
    expect(followed({ pong: 1, now: 105 })).toEqual({ ...inside, clockAhead: 5 });
    expect(followed({ refused: 'ITEM.NOT_FOUND' })).toEqual(inside);
  });
});
