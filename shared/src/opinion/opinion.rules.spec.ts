import type { Capacity } from '../auth/roles.js';
import { DAY_MS, MINUTE_MS } from '../time/china-time.js';
import { OPINION_LIMITS } from './opinion.limits.js';
import {
  canStart,
  isReadyForRound,
  isRoundPublic,
  OPINION_VOTES,
  ROUND_OPEN_SESSION_STATES,
  ROUND_SESSION_STATES,
  roundStarter,
  roundTimeProblem,
  statementKey,
  takesVotes,
  VOTE_NUMBERS,
  voteOf,
  voterCategory,
} from './opinion.rules.js';
import { ROUND_STATES } from './opinion.states.js';

const NOW = 1_780_000_000_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('When a round is open', () => {
  const problem = (opensAt: number, closesAt: number) => roundTimeProblem({ opensAt, closesAt, now: NOW });

  it('is for an hour at least and sixty days at most', () => {
    expect(problem(NOW, NOW + HOUR_MS - 1)).toBe('OPINION.BAD_TIME');
    expect(problem(NOW, NOW + HOUR_MS)).toBeNull();
    expect(problem(NOW, NOW + OPINION_LIMITS.longestDays * DAY_MS)).toBeNull();
    expect(problem(NOW, NOW + OPINION_LIMITS.longestDays * DAY_MS + 1)).toBe('OPINION.BAD_TIME');
    expect(problem(NOW + DAY_MS, NOW)).toBe('OPINION.BAD_TIME');
  });

  it('ends after now and begins within a year', () => {
    expect(problem(NOW - DAY_MS, NOW)).toBe('OPINION.PAST_DATE');
    expect(problem(NOW - DAY_MS, NOW + 1)).toBeNull();
    const latest = NOW + OPINION_LIMITS.horizonDays * DAY_MS;
    expect(problem(latest, latest + DAY_MS)).toBeNull();
    expect(problem(latest + 1, latest + DAY_MS)).toBe('OPINION.TOO_FAR_AHEAD');
  });

  it.each(ROUND_STATES)('takes votes in state %s only where it is open, to the millisecond', (state) => {
    expect(takesVotes({ state, closesAt: NOW }, NOW - 1)).toBe(state === 'open');
    expect(takesVotes({ state, closesAt: NOW }, NOW)).toBe(false);
  });

  it('is public from its first opening on', () => {
    expect([isRoundPublic({ openedAt: null }), isRoundPublic({ openedAt: NOW })]).toEqual([false, true]);
  });

  it('opens only for sessions for which it can be started', () => {
    for (const state of ROUND_OPEN_SESSION_STATES) expect(ROUND_SESSION_STATES).toContain(state);
    expect(ROUND_OPEN_SESSION_STATES).not.toContain('preparing');
  });
});

describe('Who starts a round', () => {
  const held = (...capacities: Capacity[]) => new Set<Capacity>(capacities);

  it('is the convener, and of a 微协商 the member who called it', () => {
    expect(roundStarter({ format: null }, held('convener'))).toBe('convener');
    expect(roundStarter({ format: 'micro' }, held('member', 'initiator'))).toBe('initiator');
    expect(roundStarter({ format: 'micro' }, held('member'))).toBeNull();
    expect(roundStarter({ format: 'micro' }, held('initiator'))).toBeNull();
    expect(roundStarter({ format: 'onsite' }, held('member', 'initiator'))).toBeNull();
    expect(roundStarter({ format: null }, held('county_office', 'resident'))).toBeNull();
  });

  it('can while its topic is public and not settled, or its session is to come or under way', () => {
    const ready = (kind: 'topic' | 'session', state: string) => isReadyForRound({ kind, state });
    expect([ready('topic', 'accepted'), ready('topic', 'submitted'), ready('topic', 'resolving')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([ready('session', 'preparing'), ready('session', 'ended')]).toEqual([true, false]);
    expect(canStart({ kind: 'topic', state: 'closed', format: null }, held('convener'))).toBe(false);
    expect(canStart({ kind: 'session', state: 'preparing', format: 'micro' }, held('member', 'initiator'))).toBe(true);
  });
});

describe('A vote', () => {
  it('is the same back and forth as a number', () => {
    expect(OPINION_VOTES.map((vote) => voteOf(VOTE_NUMBERS[vote]))).toEqual([...OPINION_VOTES]);
    expect(VOTE_NUMBERS).toEqual({ agree: 1, disagree: -1, pass: 0 });
  });
});

describe('Two statements', () => {
  it('are one where only marks, blanks, width and case differ', () => {
    const same = ['加装ＬＥＤ路灯', '加装 led 路灯。', '加装“LED”路灯！'];
    expect(new Set(same.map(statementKey)).size).toBe(1);
    expect(statementKey('不加装LED路灯')).not.toBe(statementKey('加装LED路灯'));
  });
});

describe('Whoever votes', () => {
  it('counts as on the list of the session, else as a member or a resident', () => {
    expect(voterCategory(new Set(['resident']), null)).toBe('resident');
    expect(voterCategory(new Set(['resident', 'member']), null)).toBe('member');
    expect(voterCategory(new Set(['member']), 'expert')).toBe('expert');
    expect(voterCategory(new Set(), null)).toBe('resident');
  });
});
