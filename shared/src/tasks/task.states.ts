import type { Machine } from '../machine/machine.js';

export const TASK_STATES = [
  'assigned',
  'refused',
  'in_progress',
  'replied',
  'evaluating',
  'redo',
  'reconsulting',
  'long_term',
  'closed',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const TASK_ACTIONS = [
  'take',
  'refuse',
  'reassign',
  'reply',
  'open_evaluation',
  'close',
  'watch',
  'redo',
  'review',
  'restart',
  'reconsult',
  'carry_over',
] as const;
export type TaskAction = (typeof TASK_ACTIONS)[number];

/** 承办事项: a promise with a department and a date. */
export const taskMachine: Machine<TaskState, TaskAction> = {
  kind: 'task',
  initial: 'assigned',
  states: {
    assigned: { label: '已交办', awaits: { by: 'lead', does: '接收或退回交办事项', within: 'taskAcceptance' } },
    refused: { label: '已退回', awaits: { by: 'county_office', does: '重新交办', within: 'taskAcceptance' } },
    in_progress: { label: '办理中', awaits: { by: 'lead', does: '办理并答复', within: 'own' } },
    replied: { label: '已答复', awaits: { by: 'convener', does: '组织评议', within: 'openEvaluation' } },
    evaluating: { label: '评议中', awaits: { by: 'convener', does: '处理评议结果', within: 'own' } },
    redo: { label: '需再办理', awaits: { by: 'lead', does: '重新办理', within: 'redo' } },
    reconsulting: { label: '再协商', awaits: { by: 'convener', does: '召集再次协商', within: 'reconsult' } },
    long_term: { label: '长期跟踪', awaits: { by: 'convener', does: '每季度复核', within: 'longTermReview' } },
    closed: { label: '已办结', final: true },
  },
  transitions: [
    { action: 'take', label: '接收', from: ['assigned'], to: 'in_progress', by: ['lead'], isPublic: true },
    {
      action: 'refuse',
      label: '退回',
      from: ['assigned'],
      to: 'refused',
      by: ['lead'],
      reason: 'required',
      isPublic: true,
    },
    {
      action: 'reassign',
      label: '重新交办',
      from: ['refused'],
      to: 'assigned',
      by: ['county_office', 'party_committee'],
      isPublic: true,
    },
    {
      action: 'reply',
      label: '答复',
      from: ['in_progress'],
      to: 'replied',
      by: ['lead'],
      isPublic: true,
      reasonPublic: true,
    },
    {
      action: 'open_evaluation',
      label: '开始评议',
      from: ['replied'],
      to: 'evaluating',
      by: ['convener'],
      isPublic: true,
    },
    {
      action: 'close',
      label: '办结',
      from: ['evaluating', 'long_term'],
      to: 'closed',
      by: ['convener'],
      isPublic: true,
      reasonPublic: true,
    },
    { action: 'watch', label: '转长期跟踪', from: ['evaluating'], to: 'long_term', by: ['convener'], isPublic: true },
    // Looked at again and left under watch: the next look is a quarter of a year away.
    {
      action: 'review',
      label: '复核，继续跟踪',
      from: ['long_term'],
      to: 'long_term',
      by: ['convener'],
      reason: 'required',
      isPublic: true,
      reasonPublic: true,
    },
    // Which of close, watch and redo an evaluation leads to is decided by its result, not by the convener.
    {
      action: 'redo',
      label: '满意度未达标，重新办理',
      from: ['evaluating'],
      to: 'redo',
      by: ['convener'],
      isPublic: true,
    },
    {
      action: 'restart',
      label: '重新办理',
      from: ['redo', 'long_term'],
      to: 'in_progress',
      by: ['lead', 'convener'],
      isPublic: true,
      reasonPublic: true,
    },
    {
      action: 'reconsult',
      label: '再协商',
      from: ['redo', 'long_term'],
      to: 'reconsulting',
      by: ['convener'],
      reason: 'required',
      isPublic: true,
      reasonPublic: true,
    },
    // The new session's outcome takes the promise over.
    {
      action: 'carry_over',
      label: '由新成果承接',
      from: ['reconsulting'],
      to: 'closed',
      by: ['system'],
      isPublic: true,
    },
  ],
};
