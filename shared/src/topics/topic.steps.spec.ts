import { TOPIC_STATES, type TopicState } from './topic.states.js';
import { statesOfStep, TOPIC_STEP_LABELS, TOPIC_STEPS, type TopicProgress, topicProgress } from './topic.steps.js';

const EXPECTED: Record<Exclude<TopicState, 'suspended' | 'withdrawn'>, TopicProgress> = {
  draft: { step: 'collect', status: 'current' },
  submitted: { step: 'collect', status: 'current' },
  returned: { step: 'collect', status: 'current' },
  declined: { step: 'collect', status: 'stopped' },
  accepted: { step: 'collect', status: 'current' },
  merged: { step: 'collect', status: 'stopped' },
  shortlisted: { step: 'approve', status: 'current' },
  party_review: { step: 'approve', status: 'current' },
  county_review: { step: 'approve', status: 'current' },
  planned: { step: 'approve', status: 'current' },
  deliberating: { step: 'deliberate', status: 'current' },
  resolving: { step: 'deliver', status: 'current' },
  closed: { step: 'deliver', status: 'done' },
};
const MOVING = Object.keys(EXPECTED) as (keyof typeof EXPECTED)[];

describe('The four-step bar', () => {
  it('reads 征集 · 审定 · 协商 · 落实', () => {
    expect(TOPIC_STEPS.map((step) => TOPIC_STEP_LABELS[step])).toEqual(['征集', '审定', '协商', '落实']);
  });

  it.each(MOVING)('shows where a topic in %s stands', (state) => {
    expect(topicProgress(state, null)).toEqual(EXPECTED[state]);
  });

  it('pays no heed to an old hold once the topic goes on', () => {
    for (const state of MOVING) expect(topicProgress(state, 'planned')).toEqual(EXPECTED[state]);
  });

  it.each(['suspended', 'withdrawn'] as const)('stops a %s topic at the step it was held from', (state) => {
    for (const from of MOVING) {
      expect(topicProgress(state, from)).toEqual({ step: EXPECTED[from].step, status: 'stopped' });
    }
  });

  it.each(['suspended', 'withdrawn'] as const)(
    'stops a %s topic at the first step when nothing else is known',
    (state) => {
      for (const from of [null, 'suspended', 'withdrawn'] as const) {
        expect(topicProgress(state, from)).toEqual({ step: 'collect', status: 'stopped' });
      }
    },
  );

  it('puts every state but those on hold under exactly one step', () => {
    const listed = TOPIC_STEPS.flatMap(statesOfStep);
    expect(listed).toHaveLength(new Set(listed).size);
    expect(new Set([...listed, 'suspended', 'withdrawn'])).toEqual(new Set(TOPIC_STATES));
    for (const step of TOPIC_STEPS) {
      for (const state of statesOfStep(step)) expect(topicProgress(state, null).step).toBe(step);
    }
  });
});
