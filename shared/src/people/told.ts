import type { TopicCategory } from '../topics/topic.rules.js';

export const AGE_BANDS = ['18_34', '35_59', '60_up'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];
export const AGE_BAND_LABELS: Readonly<Record<AgeBand, string>> = {
  '18_34': '18–34 岁',
  '35_59': '35–59 岁',
  '60_up': '60 岁以上',
};

/** GET and PUT /me/told: what somebody chose to say of themselves; emptied, nothing of it is kept. */
export interface MyTold {
  ageBand: AgeBand | null;
  /** A community of their home township, as a code. */
  community: string | null;
  /** What they care about. */
  interests: TopicCategory[];
}

export const NOTHING_TOLD: MyTold = { ageBand: null, community: null, interests: [] };

export function isNothingTold({ ageBand, community, interests }: MyTold): boolean {
  return ageBand === null && community === null && interests.length === 0;
}
