import type { Role } from '../auth/roles.js';
import { statesBefore } from '../machine/machine.js';
import { daysBetween } from '../time/china-time.js';
import type { TopicAction, TopicState } from '../topics/topic.states.js';
import { topicMachine } from '../topics/topic.states.js';

/** A quarter's plan has no states of its own: how far it has come follows from its topics. */
export const PLAN_STAGES = ['drafting', 'party_review', 'county_review', 'approved', 'published'] as const;
export type PlanStage = (typeof PLAN_STAGES)[number];
export const PLAN_STAGE_LABELS: Readonly<Record<PlanStage, string>> = {
  drafting: '拟定中',
  party_review: '乡镇党委审核',
  county_review: '县政协审定',
  approved: '待公布',
  published: '已公布',
};

/** The states of topics that the county has approved, or that have gone on from there. */
const APPROVED: readonly TopicState[] = ['planned', 'deliberating', 'resolving', 'closed'];

/**
 * The stage of a plan whose topics are in these states. Topics on hold or withdrawn do not keep it back, nor
 * do they alone make it approved.
 */
export function planStage(plan: { publishedAt: number | null; topicStates: readonly TopicState[] }): PlanStage {
  if (plan.publishedAt !== null) return 'published';
  if (plan.topicStates.includes('county_review')) return 'county_review';
  if (plan.topicStates.includes('party_review')) return 'party_review';
  if (plan.topicStates.includes('shortlisted')) return 'drafting';
  return plan.topicStates.some((state) => APPROVED.includes(state)) ? 'approved' : 'drafting';
}

/** Where the states that a topic has within a plan stand among the stages. */
const STAGE_OF: Partial<Readonly<Record<TopicState, PlanStage>>> = {
  shortlisted: 'drafting',
  party_review: 'party_review',
  county_review: 'county_review',
};

/**
 * Whether a plan has gone on without a topic that stands there, so that it can no longer go along with the others.
 * @param plan with the states of its other topics
 */
export function hasPlanGoneOn(state: TopicState, plan: Parameters<typeof planStage>[0]): boolean {
  const stage = STAGE_OF[state];
  return stage !== undefined && PLAN_STAGES.indexOf(planStage(plan)) > PLAN_STAGES.indexOf(stage);
}

/** What can be done to a whole plan at once. All but `publish` move every topic that waits for it. */
export const PLAN_ACTIONS = [
  'propose',
  'party_approve',
  'party_send_back',
  'county_approve',
  'county_send_back',
  'publish',
] as const satisfies readonly (TopicAction | 'publish')[];
export type PlanAction = (typeof PLAN_ACTIONS)[number];

export const PLAN_ACTION_LABELS: Readonly<Record<PlanAction, string>> = {
  propose: '送乡镇党委审核',
  party_approve: '乡镇党委同意',
  party_send_back: '退回',
  county_approve: '审定通过',
  county_send_back: '退回',
  publish: '公布计划',
};

interface PlanRule {
  readonly stage: PlanStage;
  readonly by: Role;
}
const RULES: Readonly<Record<PlanAction, PlanRule>> = {
  propose: { stage: 'drafting', by: 'convener' },
  party_approve: { stage: 'party_review', by: 'party_committee' },
  party_send_back: { stage: 'party_review', by: 'party_committee' },
  county_approve: { stage: 'county_review', by: 'county_office' },
  county_send_back: { stage: 'county_review', by: 'county_office' },
  publish: { stage: 'approved', by: 'county_office' },
};

/** The role that may take a plan action. */
export function planActionRole(action: PlanAction): Role {
  return RULES[action].by;
}

/** The actions open on a plan at `stage` to somebody with `roles` in its township. */
export function planActions(stage: PlanStage, topicCount: number, roles: ReadonlySet<string>): PlanAction[] {
  if (topicCount === 0) return [];
  return PLAN_ACTIONS.filter((action) => RULES[action].stage === stage && roles.has(RULES[action].by));
}

/** What the county office's inbox says of a topic whose plan it has approved and not yet published. */
export const PUBLISH_PLAN = PLAN_ACTION_LABELS.publish;

/** The state of the topics that a plan action moves; null for `publish`, which moves none. */
export function planActionFrom(action: PlanAction): TopicState | null {
  return action === 'publish' ? null : (statesBefore(topicMachine, action)[0] ?? null);
}

/**
 * How many more days a shortlisted topic stands for public comment (公开征求意见); 0 once it may be proposed.
 * @param shortlistedAt ms since 1970
 * @param days the township's threshold `publicCommentDays`
 */
export function commentDaysLeft(shortlistedAt: number, now: number, days: number): number {
  return Math.max(0, days - daysBetween(shortlistedAt, now));
}

const QUARTERS = { 1: '一', 2: '二', 3: '三', 4: '四' } as const;

/** 2026年第四季度协商计划 */
export function planTitle(year: number, quarter: keyof typeof QUARTERS): string {
  return `${year}年第${QUARTERS[quarter]}季度协商计划`;
}

export const PLAN_LIMITS = { topicsMax: 30, yearMin: 2020, yearMax: 2099 } as const;
