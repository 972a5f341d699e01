import type { Machine } from '../machine/machine.js';

export const FEEDBACK_STATES = ['received', 'handling', 'answered'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

export const FEEDBACK_ACTIONS = ['take', 'answer'] as const;
export type FeedbackAction = (typeof FEEDBACK_ACTIONS)[number];

/** 投诉建议 */
export const feedbackMachine: Machine<FeedbackState, FeedbackAction, 'feedback'> = {
  kind: 'feedback',
  initial: 'received',
  states: {
    received: { label: '已收到', awaits: { by: 'convener', does: '办理投诉建议', within: 'feedback' } },
    handling: { label: '办理中', awaits: { by: 'convener', does: '答复投诉建议', within: 'feedback' } },
    answered: { label: '已答复', final: true },
  },
  transitions: [
    { action: 'take', label: '开始办理', from: ['received'], to: 'handling', by: ['convener', 'county_office'] },
    {
      action: 'answer',
      label: '答复',
      from: ['received', 'handling'],
      to: 'answered',
      by: ['convener', 'county_office'],
      reason: 'required',
    },
  ],
};

export const FEEDBACK_KINDS = ['complaint', 'suggestion'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];
export const FEEDBACK_KIND_LABELS: Readonly<Record<FeedbackKind, string>> = { complaint: '投诉', suggestion: '建议' };

export const FEEDBACK_LIMITS = {
  textMin: 5,
  textMax: 1000,
  contactMax: 40,
  answerMin: 2,
  answerMax: 1000,
  perDay: 10,
} as const;
