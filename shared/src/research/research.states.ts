import type { Machine } from '../machine/machine.js';

export const RESEARCH_STATES = ['draft', 'open', 'reported', 'finished', 'withdrawn'] as const;
export type ResearchState = (typeof RESEARCH_STATES)[number];

export const RESEARCH_ACTIONS = ['start', 'report', 'send_back', 'finish', 'reopen', 'withdraw'] as const;
export type ResearchAction = (typeof RESEARCH_ACTIONS)[number];

/** 会前调研: a group looks into a matter before it is deliberated; its report is due before the session. */
export const researchMachine: Machine<ResearchState, ResearchAction> = {
  kind: 'research',
  initial: 'draft',
  states: {
    draft: { label: '待开始', awaits: { by: 'convener', does: '开始调研', within: 'own' } },
    open: { label: '调研中', awaits: { by: 'researcher', does: '写好调研报告', within: 'own' } },
    reported: { label: '报告待公开', awaits: { by: 'convener', does: '审看调研报告', within: 'own' } },
    finished: { label: '已完成' },
    withdrawn: { label: '已撤销', final: true },
  },
  transitions: [
    {
      action: 'start',
      label: '开始会前调研',
      from: ['draft'],
      to: 'open',
      by: ['convener', 'county_office'],
      isPublic: true,
    },
    { action: 'report', label: '交调研报告', from: ['open'], to: 'reported', by: ['researcher', 'convener'] },
    {
      action: 'send_back',
      label: '退回补充调研',
      from: ['reported'],
      to: 'open',
      by: ['convener', 'county_office'],
      reason: 'required',
    },
    {
      action: 'finish',
      label: '公开调研摘要',
      from: ['reported'],
      to: 'finished',
      by: ['convener', 'county_office'],
      isPublic: true,
    },
    // What is being worked on again stands on no public page.
    {
      action: 'reopen',
      label: '重新调研',
      from: ['finished'],
      to: 'open',
      by: ['convener', 'county_office'],
      reason: 'required',
    },
    {
      action: 'withdraw',
      label: '撤销调研',
      from: ['draft', 'open', 'reported'],
      to: 'withdrawn',
      by: ['convener', 'county_office'],
      reason: 'required',
    },
  ],
};
