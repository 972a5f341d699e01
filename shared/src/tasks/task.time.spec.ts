import { CAPACITIES } from '../auth/roles.js';
import { DAY_MS } from '../time/china-time.js';
import { TASK_LIGHTS } from './task.lights.js';
import { isExtension, maySendOn, mustDesignate, requestDeciders, TASK_REQUEST_KINDS } from './task.time.js';

const NOW = Date.parse('2026-06-10T02:00:00Z');

describe('A refused promise', () => {
  it('goes to whom the county office says from the third refusal on', () => {
    expect([0, 1, 2, 3, 4].map((refusals) => mustDesignate({ refusals }))).toEqual([false, false, false, true, true]);
  });
});

describe('A promise that a department still has', () => {
  it.each(TASK_LIGHTS)('is sent on once its days are over, or without a word for long: with the light %s', (light) => {
    const may = (currentDueAt: number | null) => maySendOn({ state: 'in_progress', light, currentDueAt }, NOW);
    expect([NOW - 1, NOW, NOW + DAY_MS, null].map(may)).toEqual(
      light === 'stalled' ? [true, true, true, true] : [true, false, false, false],
    );
    expect(maySendOn({ state: 'refused', light, currentDueAt: NOW + DAY_MS }, NOW)).toBe(true);
  });
});

describe('A request', () => {
  it('is decided by the county office; another date of a light promise also by its convener', () => {
    const table = TASK_REQUEST_KINDS.flatMap((kind) =>
      [true, false].map((isLight) => `${kind} ${isLight ? 'light' : 'full'} ${requestDeciders(kind, isLight)}`),
    );
    expect(table).toEqual([
      'extension light convener,county_office',
      'extension full county_office',
      'handover light county_office',
      'handover full county_office',
    ]);
    for (const kind of TASK_REQUEST_KINDS)
      for (const who of requestDeciders(kind, true)) expect(CAPACITIES).toContain(who);
  });

  it('is for a date after the one that stands and after now, a year off at most', () => {
    const due = NOW + 10 * DAY_MS;
    expect(isExtension(due, due, NOW)).toBe(false);
    expect(isExtension(due, due + 1, NOW)).toBe(true);
    expect(isExtension(NOW - 20 * DAY_MS, NOW - DAY_MS, NOW)).toBe(false);
    expect(isExtension(NOW - 20 * DAY_MS, NOW + DAY_MS, NOW)).toBe(true);
    expect(isExtension(due, NOW + 365 * DAY_MS, NOW)).toBe(true);
    expect(isExtension(due, NOW + 366 * DAY_MS, NOW)).toBe(false);
  });
});
