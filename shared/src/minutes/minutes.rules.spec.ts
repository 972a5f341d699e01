import { DAY_MS } from '../time/china-time.js';
import {
  CONCLUSION_LABELS,
  CONCLUSIONS,
  conclusionOf,
  isDissentSaid,
  isHeldAt,
  isMinutesComplete,
  MINUTES_LIMITS,
  minutesNumber,
  readMinutesCode,
  sayMinutesCode,
  signingBlockedBy,
  unfinishedPlaces,
} from './minutes.rules.js';

describe('How a session ended', () => {
  it.each([
    [['安装路灯'], [], 'consensus'],
    [['安装路灯'], ['费用由谁出'], 'partial'],
    [[], ['费用由谁出'], 'none'],
    [[], [], 'none'],
    [['安装路灯', '先装东侧'], ['费用由谁出', '何时动工'], 'partial'],
  ] as const)('with agreed %j and not agreed %j is %s', (consensus, dissent, conclusion) => {
    expect(conclusionOf({ consensus, dissent })).toBe(conclusion);
  });

  it('is said in words, no two alike', () => {
    expect(CONCLUSIONS.map((c) => CONCLUSION_LABELS[c])).toEqual(['达成共识', '部分达成共识', '未达成共识']);
  });
});

describe('Signing the minutes', () => {
  const blocked = (now: number, openObjections: number) =>
    signingBlockedBy({ now, objectionEndsAt: 1000, openObjections });

  it('waits for the end of the objection period', () => {
    expect(blocked(0, 0)).toBe('objection_period');
    expect(blocked(999, 0)).toBe('objection_period');
    expect(blocked(999, 2)).toBe('objection_period');
  });

  it('then waits for every objection to be answered', () => {
    expect(blocked(1000, 1)).toBe('open_objections');
    expect(blocked(5000, 3)).toBe('open_objections');
  });

  it('is open from that moment when none is left', () => {
    expect(blocked(1000, 0)).toBeNull();
    expect(blocked(1001, 0)).toBeNull();
  });
});

describe('Minutes', () => {
  it.each([
    [1, 1, 0, true],
    [1, 0, 1, true],
    [2, 1, 1, true],
    [0, 1, 1, false],
    [1, 0, 0, false],
    [0, 0, 0, false],
  ])('with %d points, %d agreed and %d not are complete: %s', (points, consensus, dissent, complete) => {
    const items = (n: number) => new Array<string>(n).fill('路灯');
    const minutes = { points: items(points), consensus: items(consensus), dissent: items(dissent) };
    expect(isMinutesComplete(minutes)).toBe(complete);
  });

  it('say what was not agreed, or in so many words that there was nothing', () => {
    expect(isDissentSaid({ dissent: [], noDissent: false })).toBe(false);
    expect(isDissentSaid({ dissent: [], noDissent: true })).toBe(true);
    expect(isDissentSaid({ dissent: ['费用由谁出'], noDissent: false })).toBe(true);
  });

  it('count what was begun and not finished', () => {
    const task = { what: '装路灯', leadDepartmentId: 'A', coDepartmentIds: [], dueAt: 1, funds: null };
    const point = { speaker: '王芳', text: '先装' };
    const whole = { points: [point], departmentAnswers: [point], tasks: [task] };
    expect(unfinishedPlaces(whole)).toBe(0);
    expect(
      unfinishedPlaces({
        points: [{ ...point, speaker: '' }, point],
        departmentAnswers: [{ ...point, text: '' }],
        tasks: [{ ...task, dueAt: 0 }, { ...task, leadDepartmentId: '' }, { ...task, what: '装' }, task],
      }),
    ).toBe(5);
  });

  it('have a code that is read off paper in any form, and no other', () => {
    expect(sayMinutesCode('0123456789abcdef')).toBe('0123 4567 89ab cdef');
    expect(readMinutesCode(' 0123 4567-89AB cdef')).toBe('0123456789abcdef');
    expect(readMinutesCode('０１２３４５６７８９ＡＢｃｄｅｆ')).toBe('0123456789abcdef');
    for (const wrong of ['', '0123', '0123456789abcdeg', '0123456789abcdef0'])
      expect(readMinutesCode(wrong)).toBeNull();
  });

  it('are numbered by township, year and order', () => {
    expect(minutesNumber('419902001', '2026', 3)).toBe('419902001-2026-003');
    expect(minutesNumber('419902001', '2026', 1234)).toBe('419902001-2026-1234');
  });
});

describe('A full list of the minutes', () => {
  it('fits a TEXT column of 65,535 bytes in four-byte characters', () => {
    const quotesAndComma = 3;
    const bytes = MINUTES_LIMITS.itemsMax * (MINUTES_LIMITS.itemMax * 4 + quotesAndComma) + 2;
    expect(bytes).toBeLessThanOrEqual(65_535);
    expect(MINUTES_LIMITS.textMax * 4).toBeLessThanOrEqual(65_535);
  });
});

describe('The session of minutes', () => {
  it('was held within a month of the day that it was called for, and not in the future', () => {
    const startsAt = 1_780_000_000_000;
    const now = startsAt + 60 * DAY_MS;
    expect(isHeldAt(startsAt, startsAt, now)).toBe(true);
    expect(isHeldAt(startsAt + 31 * DAY_MS, startsAt, now)).toBe(true);
    expect(isHeldAt(startsAt - 31 * DAY_MS, startsAt, now)).toBe(true);
    expect(isHeldAt(startsAt + 31 * DAY_MS + 1, startsAt, now)).toBe(false);
    expect(isHeldAt(startsAt - 31 * DAY_MS - 1, startsAt, now)).toBe(false);
    expect(isHeldAt(startsAt + 1, startsAt, startsAt)).toBe(false);
  });
});
