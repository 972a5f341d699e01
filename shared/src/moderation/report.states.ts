import type { Machine } from '../machine/machine.js';

export const REPORT_STATES = ['open', 'taken_down', 'settled', 'dismissed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const REPORT_ACTIONS = ['take_down', 'settle', 'dismiss'] as const;
export type ReportAction = (typeof REPORT_ACTIONS)[number];

const REVIEWERS = ['convener', 'county_office'] as const;

/** 举报. The reason of each move is what the reporter reads. */
export const reportMachine: Machine<ReportState, ReportAction, 'report'> = {
  kind: 'report',
  initial: 'open',
  states: {
    open: { label: '等待处理' },
    taken_down: { label: '属实，已撤下', final: true },
    settled: { label: '属实，已处理', final: true },
    dismissed: { label: '经核实不属实', final: true },
  },
  transitions: [
    {
      action: 'take_down',
      label: '属实，撤下内容',
      from: ['open'],
      to: 'taken_down',
      by: REVIEWERS,
      reason: 'required',
    },
    { action: 'settle', label: '属实，已另行处理', from: ['open'], to: 'settled', by: REVIEWERS, reason: 'required' },
    { action: 'dismiss', label: '不属实', from: ['open'], to: 'dismissed', by: REVIEWERS, reason: 'required' },
  ],
};

export const REPORT_CATEGORIES = ['false', 'abuse', 'privacy', 'advert', 'illegal', 'other'] as const;
export type ReportCategory = (typeof REPORT_CATEGORIES)[number];
export const REPORT_CATEGORY_LABELS: Readonly<Record<ReportCategory, string>> = {
  false: '内容不实',
  abuse: '辱骂、攻击他人',
  privacy: '泄露个人隐私',
  advert: '广告、骚扰',
  illegal: '违法违规',
  other: '其他',
};

export const REPORT_NOTE_MAX = 300;
