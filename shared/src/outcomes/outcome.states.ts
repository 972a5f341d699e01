import type { Machine } from '../machine/machine.js';

export const OUTCOME_STATES = ['drafted', 'published', 'sent', 'instructed', 'assigned'] as const;
export type OutcomeState = (typeof OUTCOME_STATES)[number];

export const OUTCOME_ACTIONS = ['publish', 'send', 'instruct', 'assign', 'assign_directly'] as const;
export type OutcomeAction = (typeof OUTCOME_ACTIONS)[number];

/** 协商成果报告 */
export const outcomeMachine: Machine<OutcomeState, OutcomeAction> = {
  kind: 'outcome',
  initial: 'drafted',
  states: {
    drafted: { label: '起草中', awaits: { by: 'convener', does: '发布协商成果', within: 'outcomePublish' } },
    published: { label: '已发布', awaits: { by: 'convener', does: '送交县政协', within: 'outcomeSend' } },
    sent: { label: '已送交', awaits: { by: 'county_office', does: '呈批、登记批示', within: 'instruction' } },
    instructed: { label: '已批示', awaits: { by: 'county_office', does: '交办', within: 'assignment' } },
    assigned: { label: '已交办', final: true },
  },
  transitions: [
    { action: 'publish', label: '发布协商成果', from: ['drafted'], to: 'published', by: ['convener'], isPublic: true },
    { action: 'send', label: '送交县政协', from: ['published'], to: 'sent', by: ['convener'], isPublic: true },
    {
      action: 'instruct',
      label: '登记批示',
      from: ['sent'],
      to: 'instructed',
      by: ['county_office', 'party_committee'],
      isPublic: true,
    },
    {
      action: 'assign',
      label: '交办',
      from: ['instructed'],
      to: 'assigned',
      by: ['county_office', 'party_committee'],
      isPublic: true,
    },
    // What a 微协商 agreed needs no instruction from above.
    {
      action: 'assign_directly',
      label: '直接交办',
      from: ['published'],
      to: 'assigned',
      by: ['convener'],
      isPublic: true,
    },
  ],
};
