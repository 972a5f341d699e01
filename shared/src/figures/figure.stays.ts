import { DAY_MS } from '../time/china-time.js';
import { TOPIC_STATES, type TopicState } from '../topics/topic.states.js';

/** The columns of a table of stays: the state, the median and 90th percentile in everybody's words, how often. */
export const STAY_HEAD = ['环节', '一般停留', '十件里九件不超过', '件次'] as const;

/** How long a topic stood in a state that it has left, in whole days. */
export function stayDays(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / DAY_MS));
}

/** The states whose stays are counted: from its submission on, those that a topic is meant to leave again. */
export const STAY_STATES: readonly TopicState[] = TOPIC_STATES.filter(
  (state) => !['draft', 'declined', 'merged', 'closed', 'withdrawn'].includes(state),
);

/** Longer than this nobody asks for: ten years. */
export const STAY_DAYS_MAX = 3660;

/** How many stays took how many days. */
export interface DaysCount {
  readonly days: number;
  readonly n: number;
}

/**
 * The number of days within which a share of the stays was over: the smallest that so many of them do not exceed.
 * @param share 0.5 for the median, 0.9 for the 90th percentile
 * @returns null where there are none
 */
export function daysWithin(counts: readonly DaysCount[], share: number): number | null {
  const total = counts.reduce((sum, { n }) => sum + n, 0);
  if (total <= 0) return null;
  const rank = Math.ceil(total * share);
  let passed = 0;
  for (const { days, n } of [...counts].sort((a, b) => a.days - b.days)) {
    passed += n;
    if (passed >= rank) return days;
  }
  return null;
}
