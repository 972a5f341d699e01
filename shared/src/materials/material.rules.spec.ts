import { DEFAULT_SETTINGS } from '../regions/settings.js';
import { noticeDueAt } from '../sessions/session.schedule.js';
import { chinaMoment } from '../time/china-time.js';
import { isMaterialLate, materialDaysFor, materialsDueAt } from './material.rules.js';

const STARTS = chinaMoment('2026-05-15', '09:00');

describe('The papers of a session', () => {
  it('are out three days before, of a 微协商 whenever they are ready', () => {
    expect(materialDaysFor('onsite', DEFAULT_SETTINGS.thresholds)).toBe(3);
    expect(materialDaysFor('micro', DEFAULT_SETTINGS.thresholds)).toBe(0);
    expect(materialsDueAt({ startsAt: STARTS, days: 3 })).toBe(chinaMoment('2026-05-12', '23:59'));
    expect(materialsDueAt({ startsAt: STARTS, days: 0 })).toBeNull();
  });

  it('are late from the beginning of the day after that', () => {
    const late = (date: string, time: string, days = 3) =>
      isMaterialLate({ addedAt: chinaMoment(date, time), startsAt: STARTS, days });
    expect(late('2026-05-12', '23:59')).toBe(false);
    expect(late('2026-05-13', '00:00')).toBe(true);
    expect(late('2026-05-15', '08:59', 0)).toBe(false);
  });
});

describe('The notice of a session', () => {
  it('is due on the last day that leaves enough of them', () => {
    expect(noticeDueAt({ startsAt: STARTS, days: 7 })).toBe(chinaMoment('2026-05-08', '23:59'));
  });
});
