import type { Capacity } from '../auth/roles.js';
import { allowedActions, type Machine, whoMay } from '../machine/machine.js';

export const TOPIC_STATES = [
  'draft',
  'submitted',
  'returned',
  'declined',
  'accepted',
  'merged',
  'shortlisted',
  'party_review',
  'county_review',
  'planned',
  'deliberating',
  'resolving',
  'closed',
  'suspended',
  'withdrawn',
] as const;
export type TopicState = (typeof TOPIC_STATES)[number];

export const TOPIC_ACTIONS = [
  'submit',
  'accept',
  'return',
  'decline',
  'merge',
  'unmerge',
  'shortlist',
  'drop',
  'propose',
  'party_approve',
  'party_send_back',
  'county_approve',
  'county_send_back',
  'deliberate',
  'resolve',
  'reconsult',
  'close',
  'reopen',
  'suspend',
  'resume',
  'withdraw',
] as const;
export type TopicAction = (typeof TOPIC_ACTIONS)[number];

const OPEN = [
  'submitted',
  'returned',
  'accepted',
  'shortlisted',
  'party_review',
  'county_review',
  'planned',
  'deliberating',
  'resolving',
] as const satisfies readonly TopicState[];

/** 议题 */
export const topicMachine: Machine<TopicState, TopicAction> = {
  kind: 'topic',
  initial: 'draft',
  states: {
    draft: { label: '草稿' },
    submitted: { label: '待审核', awaits: { by: 'convener', does: '审核议题', within: 'screening' } },
    returned: { label: '退回补充', awaits: { by: 'raiser', does: '补充议题', within: 'supplement' } },
    declined: { label: '不予受理', final: true },
    accepted: { label: '议题库', awaits: { by: 'convener', does: '筛选议题', within: 'shortlisting' } },
    merged: { label: '已并案' },
    shortlisted: { label: '拟定议题', awaits: { by: 'convener', does: '送乡镇党委审核', within: 'proposing' } },
    party_review: { label: '乡镇党委审核', awaits: { by: 'party_committee', does: '审核议题', within: 'partyReview' } },
    county_review: { label: '县政协审定', awaits: { by: 'county_office', does: '审定议题', within: 'countyReview' } },
    planned: { label: '已列入计划', awaits: { by: 'convener', does: '召集协商', within: 'convening' } },
    deliberating: { label: '协商中' },
    resolving: { label: '落实中' },
    closed: { label: '已办结' },
    suspended: { label: '已暂停' },
    withdrawn: { label: '已撤销', final: true },
  },
  transitions: [
    { action: 'submit', label: '提交', from: ['draft', 'returned'], to: 'submitted', by: ['raiser'] },
    { action: 'accept', label: '受理', from: ['submitted'], to: 'accepted', by: ['convener'], isPublic: true },
    { action: 'return', label: '退回补充', from: ['submitted'], to: 'returned', by: ['convener'], reason: 'required' },
    { action: 'decline', label: '不予受理', from: ['submitted'], to: 'declined', by: ['convener'], reason: 'required' },
    {
      action: 'merge',
      label: '并案',
      from: ['accepted'],
      to: 'merged',
      by: ['convener'],
      isPublic: true,
      reasonPublic: true,
    },
    {
      action: 'unmerge',
      label: '撤销并案',
      from: ['merged'],
      to: 'accepted',
      // By the system where the topic that it joined is given up.
      by: ['convener', 'system'],
      isPublic: true,
      reasonPublic: true,
    },
    {
      action: 'shortlist',
      label: '列为拟定议题',
      from: ['accepted'],
      to: 'shortlisted',
      by: ['convener'],
      isPublic: true,
    },
    {
      action: 'drop',
      label: '退回议题库',
      from: ['shortlisted'],
      to: 'accepted',
      by: ['convener'],
      reason: 'required',
      isPublic: true,
      reasonPublic: true,
    },
    {
      action: 'propose',
      label: '送乡镇党委审核',
      from: ['shortlisted'],
      to: 'party_review',
      by: ['convener'],
      isPublic: true,
    },
    {
      action: 'party_approve',
      label: '乡镇党委同意',
      from: ['party_review'],
      to: 'county_review',
      by: ['party_committee'],
      isPublic: true,
    },
    {
      action: 'party_send_back',
      label: '乡镇党委退回',
      from: ['party_review'],
      to: 'accepted',
      by: ['party_committee'],
      reason: 'required',
      isPublic: true,
    },
    {
      action: 'county_approve',
      label: '县政协审定通过',
      from: ['county_review'],
      to: 'planned',
      by: ['county_office'],
      isPublic: true,
    },
    {
      action: 'county_send_back',
      label: '县政协退回',
      from: ['county_review'],
      to: 'accepted',
      by: ['county_office'],
      reason: 'required',
      isPublic: true,
    },
    // 微协商 takes the light path: straight from the pool, past the plan.
    {
      action: 'deliberate',
      label: '召集协商',
      from: ['planned', 'accepted'],
      to: 'deliberating',
      by: ['convener', 'member'],
      isPublic: true,
    },
    { action: 'resolve', label: '转入落实', from: ['deliberating'], to: 'resolving', by: ['system'], isPublic: true },
    { action: 'reconsult', label: '再协商', from: ['resolving'], to: 'deliberating', by: ['convener'], isPublic: true },
    {
      action: 'close',
      label: '办结',
      from: ['resolving'],
      to: 'closed',
      by: ['convener', 'system'],
      isPublic: true,
      reasonPublic: true,
    },
    // 回头看: what was promised about it is not kept any more.
    { action: 'reopen', label: '重新落实', from: ['closed'], to: 'resolving', by: ['system'], isPublic: true },
    {
      action: 'suspend',
      label: '暂停',
      from: OPEN,
      to: 'suspended',
      by: ['convener', 'county_office'],
      reason: 'required',
      isPublic: true,
      reasonPublic: true,
    },
    {
      action: 'resume',
      label: '恢复',
      from: ['suspended'],
      to: 'previous',
      by: ['convener', 'county_office'],
      isPublic: true,
      reasonPublic: true,
    },
    {
      action: 'withdraw',
      label: '撤销',
      from: ['draft'],
      to: 'withdrawn',
      by: ['raiser'],
      reason: 'required',
    },
    {
      action: 'withdraw',
      label: '撤销',
      from: ['submitted', 'returned', 'accepted'],
      to: 'withdrawn',
      by: ['raiser', 'convener', 'county_office'],
      reason: 'required',
      isPublic: true,
      reasonPublic: true,
    },
    {
      action: 'withdraw',
      label: '撤销',
      from: ['shortlisted', 'party_review', 'county_review', 'planned', 'deliberating', 'resolving', 'suspended'],
      to: 'withdrawn',
      by: ['convener', 'county_office'],
      reason: 'required',
      isPublic: true,
      reasonPublic: true,
    },
  ],
};

/** Made by a plan or by a session of all its topics, never of one topic by itself. */
const MADE_FOR_SEVERAL: ReadonlySet<TopicAction> = new Set<TopicAction>([
  'propose',
  'party_approve',
  'county_approve',
  'deliberate',
  'resolve',
  'reconsult',
  // Follows from a promise that is reopened.
  'reopen',
]);

/** The moves of one topic that are made by themselves: each is a route of its own. */
export const OWN_TOPIC_ACTIONS: readonly TopicAction[] = TOPIC_ACTIONS.filter(
  (action) => !MADE_FOR_SEVERAL.has(action),
);

/**
 * Whether somebody may call a session about a topic, as far as the topic itself says so.
 * @param waits whether the topic stands in the convener's inbox: one that is 协商中 does so when its session fell through
 */
export function mayCallSession(state: TopicState, waits: boolean, held: ReadonlySet<Capacity>): boolean {
  if (state === 'deliberating')
    return waits && whoMay(topicMachine, 'deliberate').some((capacity) => held.has(capacity));
  const open = allowedActions(topicMachine, state, held);
  return open.includes('deliberate') || open.includes('reconsult');
}

/** Whether a topic stands for public comment (公开征求意见): everybody may say what they think of it before it is reviewed. */
export const isOpenToComment = (state: TopicState): boolean => state === 'shortlisted';

/** Topics that others may still co-sign (附议): public and not yet at the table. */
export const COSIGNABLE_STATES: readonly TopicState[] = [
  'accepted',
  'shortlisted',
  'party_review',
  'county_review',
  'planned',
];

/** Topics offered as similar while somebody writes: still open, so that a co-signature counts. */
export const SIMILAR_STATES: readonly TopicState[] = [...COSIGNABLE_STATES, 'deliberating', 'resolving'];

/** Whether a topic in this state goes on: it has not come to its end, and nobody holds it. */
export const isTopicOpen = (state: TopicState): boolean => (OPEN as readonly TopicState[]).includes(state);
