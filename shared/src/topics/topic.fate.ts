import { isPrivateDraft } from './topic.rules.js';
import type { TopicState } from './topic.states.js';

/** How a topic that is closed (已办结) ended, by what became of the promises made about it. */
export const TOPIC_ENDINGS = ['kept', 'partly_kept', 'explained', 'no_consensus', 'no_promise'] as const;
export type TopicEnding = (typeof TOPIC_ENDINGS)[number];

/** The fate of each topic that was ever submitted: exactly one at any time. The last ones are final. */
export const TOPIC_FATES = [
  'screening',
  'returned',
  'pooled',
  'reviewing',
  'planned',
  'deliberating',
  'delivering',
  'suspended',
  'merged',
  'declined',
  'withdrawn',
  ...TOPIC_ENDINGS,
] as const;
export type TopicFate = (typeof TOPIC_FATES)[number];

export const TOPIC_FATE_LABELS: Readonly<Record<TopicFate, string>> = {
  screening: '待审核',
  returned: '退回补充',
  pooled: '在议题库待筛选',
  reviewing: '审定中',
  planned: '已列入计划，待协商',
  deliberating: '协商中',
  delivering: '落实中',
  suspended: '已暂停',
  merged: '已并入其他议题',
  declined: '不予受理',
  withdrawn: '已撤销',
  kept: '已办结，承诺全部兑现',
  partly_kept: '已办结，承诺部分兑现',
  explained: '已办结，已答复说明',
  no_consensus: '已办结，未达成共识，没有作出承诺',
  no_promise: '已办结，没有形成承办事项',
};

const FATE_OF: Readonly<Record<Exclude<TopicState, 'draft' | 'closed'>, TopicFate>> = {
  submitted: 'screening',
  returned: 'returned',
  declined: 'declined',
  accepted: 'pooled',
  merged: 'merged',
  shortlisted: 'reviewing',
  party_review: 'reviewing',
  county_review: 'reviewing',
  planned: 'planned',
  deliberating: 'deliberating',
  resolving: 'delivering',
  suspended: 'suspended',
  withdrawn: 'withdrawn',
};

/**
 * What has become of a topic; null for one that was never submitted.
 * @param ending how it closed; one closed before endings were kept counts as closed without a promise
 */
export function topicFate(topic: {
  state: TopicState;
  heldFrom: TopicState | null;
  ending: TopicEnding | null;
}): TopicFate | null {
  const { state } = topic;
  if (state === 'draft' || isPrivateDraft(topic)) return null;
  return state === 'closed' ? (topic.ending ?? 'no_promise') : FATE_OF[state];
}

/** Where a topic of this fate stands: the state to look for, and how it ended where that is asked too. */
export function placesOfFate(fate: TopicFate): { states: readonly TopicState[]; ending: TopicEnding | null } {
  const ending = TOPIC_ENDINGS.find((one) => one === fate);
  if (ending !== undefined) return { states: ['closed'], ending };
  const states = (Object.keys(FATE_OF) as (keyof typeof FATE_OF)[]).filter((state) => FATE_OF[state] === fate);
  return { states, ending: null };
}

const ENDED: ReadonlySet<TopicFate> = new Set<TopicFate>(['merged', 'declined', 'withdrawn', ...TOPIC_ENDINGS]);

/** Whether nothing more is going to happen to it. */
export function isFateFinal(fate: TopicFate): boolean {
  return ENDED.has(fate);
}

/** 结局：已办结，承诺全部兑现; 目前：协商中 */
export function fateLine(fate: TopicFate): string {
  return `${isFateFinal(fate) ? '结局' : '目前'}：${TOPIC_FATE_LABELS[fate]}`;
}

/** How a promise turned out, as far as its topic's ending asks. */
export interface EndedPromise {
  replyClass: 'A' | 'B' | 'C' | 'D' | null;
  /** A new session's outcome took it over, so that it says nothing by itself. */
  carriedOver: boolean;
}

/**
 * How a topic ends that is closed now.
 * @param promises made about it
 * @param consensus whether any outcome about it found one, be it in part
 */
export function topicEnding(promises: readonly EndedPromise[], consensus: boolean): TopicEnding {
  const own = promises.filter(({ carriedOver }) => !carriedOver);
  if (own.length === 0) return consensus ? 'no_promise' : 'no_consensus';
  const kept = own.filter(({ replyClass }) => replyClass === 'A' || replyClass === 'B').length;
  if (kept === 0) return 'explained';
  return kept === own.length ? 'kept' : 'partly_kept';
}
