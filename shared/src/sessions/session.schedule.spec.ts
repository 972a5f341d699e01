import { DEFAULT_SETTINGS } from '../regions/settings.js';
import { chinaMoment } from '../time/china-time.js';
import { SESSION_FORMATS } from './session.rules.js';
import {
  isDoorOpen,
  isNoticeInTime,
  isRollOpen,
  isSignUpOpen,
  mayStartNow,
  noticeDaysFor,
  scheduleProblem,
} from './session.schedule.js';
import { SESSION_STATES } from './session.states.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = chinaMoment('2026-05-08', '09:30');
const STARTS = chinaMoment('2026-05-15', '14:00');
const ENDS = STARTS + 2 * HOUR;

describe("A session's times", () => {
  const problem = (startsIn: number, lasts: number) =>
    scheduleProblem({ startsAt: NOW + startsIn, endsAt: NOW + startsIn + lasts, now: NOW });

  it('lie in the future', () => {
    expect(problem(-1, HOUR)).toBe('SESSION.PAST_DATE');
    expect(problem(0, HOUR)).toBe('SESSION.PAST_DATE');
    expect(problem(1, HOUR)).toBeNull();
  });

  it('lie within a year', () => {
    expect(problem(365 * DAY, HOUR)).toBeNull();
    expect(problem(365 * DAY + 1, HOUR)).toBe('SESSION.TOO_FAR_AHEAD');
  });

  it('end after they start and within twelve hours', () => {
    expect(problem(DAY, 0)).toBe('SESSION.BAD_TIME');
    expect(problem(DAY, -HOUR)).toBe('SESSION.BAD_TIME');
    expect(problem(DAY, 1)).toBeNull();
    expect(problem(DAY, 12 * HOUR)).toBeNull();
    expect(problem(DAY, 12 * HOUR + 1)).toBe('SESSION.BAD_TIME');
  });
});

describe('The notice of a session', () => {
  it('is given seven days before, one day before a 微协商', () => {
    const days = SESSION_FORMATS.map((format) => noticeDaysFor(format, DEFAULT_SETTINGS.thresholds));
    expect(Object.fromEntries(SESSION_FORMATS.map((format, i) => [format, days[i]]))).toEqual({
      onsite: 7,
      remote: 7,
      online: 7,
      micro: 1,
    });
  });

  it('is never longer for a 微协商 than for the others', () => {
    expect(noticeDaysFor('micro', { ...DEFAULT_SETTINGS.thresholds, sessionNoticeDays: 0 })).toBe(0);
  });

  it('counts dates in China, whatever the hour', () => {
    const inTime = (now: number) => isNoticeInTime({ startsAt: STARTS, now, days: 7 });
    expect(inTime(chinaMoment('2026-05-08', '00:00'))).toBe(true);
    expect(inTime(chinaMoment('2026-05-08', '23:59'))).toBe(true);
    expect(inTime(chinaMoment('2026-05-09', '00:00'))).toBe(false);
  });
});

describe('What is open around a session', () => {
  it('lets it start from two hours before its time, however late', () => {
    expect(mayStartNow({ startsAt: STARTS }, STARTS - 2 * HOUR - 1)).toBe(false);
    expect(mayStartNow({ startsAt: STARTS }, STARTS - 2 * HOUR)).toBe(true);
    expect(mayStartNow({ startsAt: STARTS }, ENDS + DAY)).toBe(true);
  });

  it.each(SESSION_STATES)('in state %s follows from the state and the clock', (state) => {
    const session = { state, startsAt: STARTS, endsAt: ENDS };
    const announced = state === 'announced';
    const rolled = ['announced', 'in_progress', 'ended'].includes(state);
    const early = STARTS - 2 * HOUR - 1;
    const closed = ENDS + 2 * HOUR + 1;
    expect([early, STARTS - 1, STARTS].map((now) => isSignUpOpen(session, now))).toEqual([announced, announced, false]);
    expect([early, STARTS, closed].map((now) => isRollOpen(session, now))).toEqual([false, rolled, rolled]);
    expect([early, STARTS, closed - 1, closed].map((now) => isDoorOpen(session, now))).toEqual([
      false,
      rolled,
      rolled,
      false,
    ]);
  });
});
