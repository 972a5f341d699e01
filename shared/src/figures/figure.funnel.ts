import { TOPIC_FATES, type TopicFate } from '../topics/topic.fate.js';

/** Where what was raised is now, in few words: each fate belongs to one of these. */
export const FUNNEL_GROUPS = [
  'waiting',
  'deliberating',
  'delivering',
  'closed',
  'merged',
  'declined',
  'withdrawn',
  'suspended',
] as const;
export type FunnelGroup = (typeof FUNNEL_GROUPS)[number];
export const FUNNEL_GROUP_LABELS: Readonly<Record<FunnelGroup, string>> = {
  waiting: '等待审核、筛选或审定',
  deliberating: '协商中',
  delivering: '落实中',
  closed: '已办结',
  merged: '已并案',
  declined: '不予受理',
  withdrawn: '已撤销',
  suspended: '已暂停',
};

const GROUP_OF: Readonly<Record<TopicFate, FunnelGroup>> = {
  screening: 'waiting',
  returned: 'waiting',
  pooled: 'waiting',
  reviewing: 'waiting',
  planned: 'waiting',
  deliberating: 'deliberating',
  delivering: 'delivering',
  suspended: 'suspended',
  merged: 'merged',
  declined: 'declined',
  withdrawn: 'withdrawn',
  kept: 'closed',
  partly_kept: 'closed',
  explained: 'closed',
  no_consensus: 'closed',
  no_promise: 'closed',
};

/** The fates that a group holds. */
export function fatesOfGroup(group: FunnelGroup): TopicFate[] {
  return TOPIC_FATES.filter((fate) => GROUP_OF[fate] === group);
}

/** How many there are, and how many of them whoever asks can open one by one. */
export interface Count {
  n: number;
  rows: number;
}

/** Two counts as one. */
export function addCounts(a: Count, b: Count): Count {
  return { n: a.n + b.n, rows: a.rows + b.rows };
}

export const NONE: Count = { n: 0, rows: 0 };

export interface Funnel {
  /** Everything that was ever submitted: the sum of the groups. */
  raised: Count;
  groups: Record<FunnelGroup, Count>;
}

/** 漏斗: raised = waiting + deliberating + delivering + closed + merged + declined + withdrawn + suspended. */
export function funnelOf(fates: Readonly<Record<TopicFate, Count>>): Funnel {
  const groups = Object.fromEntries(
    FUNNEL_GROUPS.map((group) => [
      group,
      fatesOfGroup(group)
        .map((fate) => fates[fate])
        .reduce(addCounts, NONE),
    ]),
  ) as Record<FunnelGroup, Count>;
  return { groups, raised: FUNNEL_GROUPS.map((group) => groups[group]).reduce(addCounts, NONE) };
}
