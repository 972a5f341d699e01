import type { Machine } from '../machine/machine.js';

/** Whether what somebody wrote or photographed may be shown to others; of each version of it. */
export const CONTENT_STATES = ['pending', 'in_review', 'passed', 'refused', 'taken_down'] as const;
export type ContentState = (typeof CONTENT_STATES)[number];

export const CONTENT_ACTIONS = [
  'pass',
  'question',
  'refuse',
  'approve',
  'reject',
  'override',
  'appeal',
  'take_down',
  'restore',
] as const;
export type ContentAction = (typeof CONTENT_ACTIONS)[number];

const REVIEWERS = ['convener', 'county_office'] as const;

/**
 * 内容审核. The author stands in it as the raiser. It has no end: what is shown can be taken down, and put back.
 * A change of the text is a new version, which begins anew.
 */
export const contentMachine: Machine<ContentState, ContentAction, 'content'> = {
  kind: 'content',
  initial: 'pending',
  states: {
    pending: { label: '检查中' },
    in_review: { label: '等待人工审核' },
    passed: { label: '审核通过' },
    refused: { label: '审核未通过' },
    taken_down: { label: '已撤下' },
  },
  transitions: [
    { action: 'pass', label: '机器检查通过', from: ['pending'], to: 'passed', by: ['system'] },
    { action: 'question', label: '转人工审核', from: ['pending'], to: 'in_review', by: ['system'] },
    { action: 'refuse', label: '机器检查未通过', from: ['pending'], to: 'refused', by: ['system'] },
    { action: 'approve', label: '审核通过', from: ['pending', 'in_review'], to: 'passed', by: REVIEWERS },
    {
      action: 'reject',
      label: '不予展示',
      from: ['pending', 'in_review'],
      to: 'refused',
      by: REVIEWERS,
      reason: 'required',
    },
    { action: 'override', label: '改为通过', from: ['refused'], to: 'passed', by: REVIEWERS, reason: 'required' },
    { action: 'appeal', label: '申诉', from: ['refused'], to: 'in_review', by: ['raiser'], reason: 'required' },
    { action: 'take_down', label: '撤下', from: ['passed'], to: 'taken_down', by: REVIEWERS, reason: 'required' },
    { action: 'restore', label: '恢复展示', from: ['taken_down'], to: 'passed', by: REVIEWERS, reason: 'required' },
  ],
};
