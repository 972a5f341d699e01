import type { Machine } from '../machine/machine.js';

export const ROUND_STATES = ['draft', 'open', 'closed', 'withdrawn'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

export const ROUND_ACTIONS = ['open', 'close', 'withdraw'] as const;
export type RoundAction = (typeof ROUND_ACTIONS)[number];

const STARTERS = ['convener', 'initiator'] as const;

/** 网络议政. It opens and closes by itself when its time has come; by hand only earlier. */
export const roundMachine: Machine<RoundState, RoundAction, 'round'> = {
  kind: 'round',
  initial: 'draft',
  states: {
    draft: { label: '筹备中', awaits: { by: 'initiator', does: '开放网络议政', within: 'own' } },
    open: { label: '进行中', awaits: { by: 'initiator', does: '关注进展，到期截止', within: 'own' } },
    closed: { label: '已截止', final: true },
    withdrawn: { label: '已撤回', final: true },
  },
  transitions: [
    {
      action: 'open',
      label: '开放网络议政',
      from: ['draft'],
      to: 'open',
      by: [...STARTERS, 'system'],
      isPublic: true,
    },
    { action: 'close', label: '截止', from: ['open'], to: 'closed', by: [...STARTERS, 'system'], isPublic: true },
    { action: 'withdraw', label: '撤回', from: ['draft'], to: 'withdrawn', by: STARTERS, reason: 'required' },
    {
      action: 'withdraw',
      label: '撤回',
      from: ['open'],
      to: 'withdrawn',
      by: STARTERS,
      reason: 'required',
      isPublic: true,
      reasonPublic: true,
    },
  ],
};
