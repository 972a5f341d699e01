import type { Machine } from '../machine/machine.js';

export const MINUTES_STATES = ['draft', 'objection', 'countersigned', 'published'] as const;
export type MinutesState = (typeof MINUTES_STATES)[number];

export const MINUTES_ACTIONS = ['circulate', 'revise', 'countersign', 'publish'] as const;
export type MinutesAction = (typeof MINUTES_ACTIONS)[number];

/** 纪要: a correction of published minutes is a new version that starts at draft; the old one stays published. */
export const minutesMachine: Machine<MinutesState, MinutesAction> = {
  kind: 'minutes',
  initial: 'draft',
  states: {
    draft: { label: '起草中', awaits: { by: 'recorder', does: '起草会议纪要', within: 'minutesDraft' } },
    objection: { label: '异议期', awaits: { by: 'convener', does: '答复异议', within: 'own', opens: 'own' } },
    countersigned: { label: '已核签', awaits: { by: 'convener', does: '发布会议纪要', within: 'own' } },
    published: { label: '已发布', final: true },
  },
  transitions: [
    {
      action: 'circulate',
      label: '送参会人核对',
      from: ['draft'],
      to: 'objection',
      by: ['recorder', 'convener'],
      isPublic: true,
    },
    {
      action: 'revise',
      label: '退回修改',
      from: ['objection', 'countersigned'],
      to: 'draft',
      by: ['recorder', 'convener'],
      reason: 'required',
    },
    // Taken by the last signatory's signature, or when those who have not signed are taken off the list.
    {
      action: 'countersign',
      label: '核签完成',
      from: ['objection'],
      to: 'countersigned',
      by: ['signatory', 'system'],
      isPublic: true,
    },
    {
      action: 'publish',
      label: '发布会议纪要',
      from: ['countersigned'],
      to: 'published',
      by: ['convener'],
      isPublic: true,
    },
  ],
};
