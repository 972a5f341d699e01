import { DEFAULT_SETTINGS, type Thresholds } from './settings.js';
import { sayThresholdLimits, THRESHOLDS, thresholdLimits } from './thresholds.js';

describe('Thresholds', () => {
  it('are each asked for once', () => {
    expect(THRESHOLDS.map(({ key }) => key).sort()).toEqual(Object.keys(DEFAULT_SETTINGS.thresholds).sort());
  });

  it('keep their defaults within their limits', () => {
    for (const { key } of THRESHOLDS) {
      const { min, max, whole } = thresholdLimits(key);
      const value = DEFAULT_SETTINGS.thresholds[key];
      expect([key, value >= min && value <= max, !whole || Number.isInteger(value)]).toEqual([key, true, true]);
    }
  });

  it('are limited as they are kept, not as they are typed', () => {
    expect(thresholdLimits('satisfaction')).toEqual({ min: 0, max: 1, whole: false });
    expect(thresholdLimits('minimumRatings')).toEqual({ min: 5, max: 100, whole: true });
    expect(() => thresholdLimits('none' as keyof Thresholds)).toThrow(RangeError);
  });

  it('are named with what they may be, as they are typed', () => {
    expect(sayThresholdLimits('minimumRatings')).toBe('“满几人评议才公布”要填 5 到 100 人');
    expect(sayThresholdLimits('satisfaction')).toBe('“满意度达到多少算办好”要填 0 到 100 %');
  });
});
