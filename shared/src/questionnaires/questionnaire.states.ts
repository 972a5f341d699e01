import type { Machine } from '../machine/machine.js';

export const QUESTIONNAIRE_STATES = ['draft', 'open', 'closed', 'dropped'] as const;
export type QuestionnaireState = (typeof QUESTIONNAIRE_STATES)[number];

export const QUESTIONNAIRE_ACTIONS = ['open', 'close', 'drop'] as const;
export type QuestionnaireAction = (typeof QUESTIONNAIRE_ACTIONS)[number];

/** 问卷. It waits for nobody: it takes answers until its date, whoever looks after it may end it before. */
export const questionnaireMachine: Machine<QuestionnaireState, QuestionnaireAction> = {
  kind: 'questionnaire',
  initial: 'draft',
  states: {
    draft: { label: '未发布' },
    open: { label: '征集中' },
    closed: { label: '已结束', final: true },
    dropped: { label: '已作废', final: true },
  },
  transitions: [
    {
      action: 'open',
      label: '发布问卷',
      from: ['draft'],
      to: 'open',
      by: ['convener', 'county_office'],
      isPublic: true,
    },
    {
      action: 'close',
      label: '结束问卷',
      from: ['open'],
      to: 'closed',
      by: ['convener', 'county_office'],
      isPublic: true,
    },
    { action: 'drop', label: '作废', from: ['draft'], to: 'dropped', by: ['convener', 'county_office', 'researcher'] },
  ],
};
