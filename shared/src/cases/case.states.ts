import type { Machine } from '../machine/machine.js';

export const CASE_STATES = ['draft', 'submitted', 'returned', 'featured', 'withdrawn'] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const CASE_ACTIONS = ['submit', 'return', 'feature', 'withdraw'] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

/** 典型案例: what others can learn from a topic that has come to its end. */
export const caseMachine: Machine<CaseState, CaseAction> = {
  kind: 'case',
  initial: 'draft',
  states: {
    draft: { label: '整理中' },
    submitted: { label: '待县政协审看', awaits: { by: 'county_office', does: '审看案例', within: 'countyReview' } },
    returned: { label: '退回修改', awaits: { by: 'convener', does: '修改案例', within: 'supplement' } },
    featured: { label: '已入选案例库' },
    withdrawn: { label: '已撤下', final: true },
  },
  transitions: [
    { action: 'submit', label: '报送案例', from: ['draft', 'returned'], to: 'submitted', by: ['convener'] },
    {
      action: 'return',
      label: '退回修改案例',
      from: ['submitted'],
      to: 'returned',
      by: ['county_office'],
      reason: 'required',
    },
    {
      action: 'feature',
      label: '选入案例库',
      from: ['submitted'],
      to: 'featured',
      by: ['county_office'],
      isPublic: true,
    },
    {
      action: 'withdraw',
      label: '撤下案例',
      from: ['draft', 'submitted', 'returned'],
      to: 'withdrawn',
      by: ['convener'],
      reason: 'required',
    },
    {
      action: 'withdraw',
      label: '撤下案例',
      from: ['featured'],
      to: 'withdrawn',
      by: ['county_office'],
      reason: 'required',
    },
  ],
};
