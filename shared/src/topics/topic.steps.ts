import type { TopicState } from './topic.states.js';

/** The four steps that a resident sees; derived from the state, stored nowhere. */
export const TOPIC_STEPS = ['collect', 'approve', 'deliberate', 'deliver'] as const;
export type TopicStep = (typeof TOPIC_STEPS)[number];

export const TOPIC_STEP_LABELS: Readonly<Record<TopicStep, string>> = {
  collect: '征集',
  approve: '审定',
  deliberate: '协商',
  deliver: '落实',
};

const STEP_OF: Readonly<Record<Exclude<TopicState, 'suspended' | 'withdrawn'>, TopicStep>> = {
  draft: 'collect',
  submitted: 'collect',
  returned: 'collect',
  declined: 'collect',
  accepted: 'collect',
  merged: 'collect',
  shortlisted: 'approve',
  party_review: 'approve',
  county_review: 'approve',
  planned: 'approve',
  deliberating: 'deliberate',
  resolving: 'deliver',
  closed: 'deliver',
};

export interface TopicProgress {
  step: TopicStep;
  /** 'stopped': declined, merged, withdrawn or suspended, so the step will not go on by itself. */
  status: 'current' | 'stopped' | 'done';
}

/** How one of the four steps stands, and what is said of it. */
export type StepState = 'done' | 'current' | 'waiting' | 'stopped';
export const STEP_STATE_LABELS: Readonly<Record<StepState, string>> = {
  done: '已完成',
  current: '进行中',
  waiting: '未开始',
  stopped: '已停止',
};

/** How each of the four steps stands, in their order. */
export function stepStates({ step, status }: TopicProgress): StepState[] {
  const here = TOPIC_STEPS.indexOf(step);
  return TOPIC_STEPS.map((_, index) => {
    if (index !== here) return index < here ? 'done' : 'waiting';
    return status;
  });
}

/**
 * Where a topic stands on the four-step bar.
 * @param heldFrom the state it was in before it was suspended or withdrawn
 */
export function topicProgress(state: TopicState, heldFrom: TopicState | null): TopicProgress {
  if (state === 'suspended' || state === 'withdrawn') {
    const before = heldFrom === null || heldFrom === 'suspended' || heldFrom === 'withdrawn' ? 'draft' : heldFrom;
    return { step: STEP_OF[before], status: 'stopped' };
  }
  const step = STEP_OF[state];
  if (state === 'closed') return { step, status: 'done' };
  if (state === 'declined' || state === 'merged') return { step, status: 'stopped' };
  return { step, status: 'current' };
}

/** The states shown under one step, for a list filtered by it; topics on hold or withdrawn are under none. */
export function statesOfStep(step: TopicStep): TopicState[] {
  return (Object.keys(STEP_OF) as (keyof typeof STEP_OF)[]).filter((state) => STEP_OF[state] === step);
}
