import type { Thresholds } from '../regions/settings.js';
import type { LightRules } from '../tasks/task.lights.js';
import { addDays, chinaDate, startOfChinaDay } from '../time/china-time.js';
import { deadlineAfter } from './working-days.js';

/**
 * Where the lights of a county's promises change at a moment: due soon is due within so many working days, stalled is
 * no word on so many whole days.
 * @param now ms since 1970
 * @param thresholds the county's
 */
export function lightRules(
  now: number,
  { dueSoonDays, stalledDays }: Pick<Thresholds, 'dueSoonDays' | 'stalledDays'>,
): LightRules {
  return {
    dueSoonUntil: deadlineAfter(now, { workingDays: dueSoonDays }),
    stalledBefore: startOfChinaDay(addDays(chinaDate(now), -stalledDays)),
  };
}
