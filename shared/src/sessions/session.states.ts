import type { Machine } from '../machine/machine.js';

export const SESSION_STATES = [
  'preparing',
  'announced',
  'in_progress',
  'ended',
  'recorded',
  'postponed',
  'cancelled',
] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export const SESSION_ACTIONS = ['announce', 'start', 'end', 'record', 'postpone', 'cancel'] as const;
export type SessionAction = (typeof SESSION_ACTIONS)[number];

/** 协商活动 */
export const sessionMachine: Machine<SessionState, SessionAction> = {
  kind: 'session',
  initial: 'preparing',
  states: {
    preparing: { label: '筹备中', awaits: { by: 'convener', does: '发布会议通知', within: 'announcing' } },
    announced: { label: '已通知', awaits: { by: 'convener', does: '按时开会', within: 'own' } },
    in_progress: { label: '协商中', awaits: { by: 'convener', does: '结束会议', within: 'own' } },
    ended: { label: '待出纪要' },
    recorded: { label: '已出纪要', final: true },
    postponed: { label: '已延期', awaits: { by: 'convener', does: '另定时间', within: 'rescheduling' } },
    cancelled: { label: '已取消', final: true },
  },
  transitions: [
    {
      action: 'announce',
      label: '发布会议通知',
      from: ['preparing', 'postponed'],
      to: 'announced',
      by: ['convener', 'initiator'],
      isPublic: true,
    },
    {
      action: 'start',
      label: '开始会议',
      from: ['announced'],
      to: 'in_progress',
      by: ['convener', 'initiator'],
      isPublic: true,
    },
    {
      action: 'end',
      label: '结束会议',
      from: ['in_progress'],
      to: 'ended',
      by: ['convener', 'initiator'],
      isPublic: true,
    },
    { action: 'record', label: '发布会议纪要', from: ['ended'], to: 'recorded', by: ['system'], isPublic: false },
    {
      action: 'postpone',
      label: '延期',
      from: ['announced'],
      to: 'postponed',
      by: ['convener', 'initiator'],
      reason: 'required',
      isPublic: true,
      reasonPublic: true,
    },
    // Nobody outside heard of it, so nobody outside hears that it is off.
    {
      action: 'cancel',
      label: '取消会议',
      from: ['preparing'],
      to: 'cancelled',
      by: ['convener', 'initiator'],
      reason: 'required',
    },
    {
      action: 'cancel',
      label: '取消会议',
      from: ['announced', 'postponed'],
      to: 'cancelled',
      by: ['convener', 'initiator'],
      reason: 'required',
      isPublic: true,
      reasonPublic: true,
    },
  ],
};
