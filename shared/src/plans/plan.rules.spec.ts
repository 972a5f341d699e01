import { ROLES } from '../auth/roles.js';
import { chinaMoment } from '../time/china-time.js';
import type { TopicState } from '../topics/topic.states.js';
import {
  commentDaysLeft,
  hasPlanGoneOn,
  PLAN_ACTION_LABELS,
  PLAN_ACTIONS,
  PLAN_STAGES,
  planActionFrom,
  planActionRole,
  planActions,
  planStage,
  planTitle,
} from './plan.rules.js';

const stage = (...topicStates: TopicState[]) => planStage({ publishedAt: null, topicStates });

describe('A topic that was on hold', () => {
  const without = (state: TopicState, ...topicStates: TopicState[]) =>
    hasPlanGoneOn(state, { publishedAt: null, topicStates });

  it('goes along with its plan while that stands where it stood, or has not come so far', () => {
    expect(without('shortlisted')).toBe(false);
    expect(without('shortlisted', 'shortlisted')).toBe(false);
    expect(without('party_review', 'party_review', 'shortlisted')).toBe(false);
    expect(without('county_review', 'shortlisted')).toBe(false);
  });

  it('is left behind by a plan that has gone on', () => {
    expect(without('shortlisted', 'party_review')).toBe(true);
    expect(without('party_review', 'county_review')).toBe(true);
    expect(without('county_review', 'planned')).toBe(true);
    for (const state of ['shortlisted', 'party_review', 'county_review'] as const) {
      expect(hasPlanGoneOn(state, { publishedAt: 1, topicStates: [] })).toBe(true);
    }
  });

  it('needs no plan any more once it is planned, and none before it is shortlisted', () => {
    for (const state of ['accepted', 'planned', 'deliberating', 'resolving'] as const) {
      expect(hasPlanGoneOn(state, { publishedAt: 1, topicStates: [] })).toBe(false);
    }
  });
});

describe('How far a plan has come', () => {
  it('is drafting while it is empty or a topic waits to be proposed', () => {
    expect(stage()).toBe('drafting');
    expect(stage('shortlisted')).toBe('drafting');
    expect(stage('shortlisted', 'planned')).toBe('drafting');
  });

  it('is the review that its topics are in, the later one where they differ', () => {
    expect(stage('party_review')).toBe('party_review');
    expect(stage('party_review', 'shortlisted')).toBe('party_review');
    expect(stage('county_review')).toBe('county_review');
    expect(stage('county_review', 'party_review', 'shortlisted', 'planned')).toBe('county_review');
    expect(stage('planned', 'party_review')).toBe('party_review');
  });

  it('is approved once all are planned or have gone on from there', () => {
    expect(stage('planned')).toBe('approved');
    expect(stage('planned', 'deliberating', 'resolving', 'closed')).toBe('approved');
    expect(stage('planned', 'suspended', 'withdrawn')).toBe('approved');
  });

  it('is not approved by topics that are held, withdrawn or sent back', () => {
    expect(stage('suspended')).toBe('drafting');
    expect(stage('withdrawn')).toBe('drafting');
    expect(stage('accepted')).toBe('drafting');
  });

  it('is published from then on, whatever becomes of its topics', () => {
    for (const state of ['planned', 'deliberating', 'shortlisted', 'suspended'] as const) {
      expect(planStage({ publishedAt: 1, topicStates: [state] })).toBe('published');
    }
  });
});

describe('What can be done to a plan', () => {
  const EXPECTED = {
    drafting: { convener: ['propose'] },
    party_review: { party_committee: ['party_approve', 'party_send_back'] },
    county_review: { county_office: ['county_approve', 'county_send_back'] },
    approved: { county_office: ['publish'] },
    published: {},
  } as const;

  it.each(PLAN_STAGES)('in stage %s is open to one role at most', (at) => {
    for (const role of ROLES) {
      const wanted = (EXPECTED[at] as Record<string, readonly string[]>)[role] ?? [];
      expect([role, planActions(at, 1, new Set([role]))]).toEqual([role, wanted]);
    }
  });

  it('is nothing without topics or without a role', () => {
    for (const at of PLAN_STAGES) {
      expect(planActions(at, 0, new Set(ROLES))).toEqual([]);
      expect(planActions(at, 3, new Set())).toEqual([]);
    }
  });

  it('is listed once for somebody with several roles', () => {
    expect(planActions('county_review', 2, new Set(ROLES))).toEqual(['county_approve', 'county_send_back']);
  });

  it('has a label and a role for each action', () => {
    expect(PLAN_ACTIONS.map((action) => [action, planActionRole(action)])).toEqual([
      ['propose', 'convener'],
      ['party_approve', 'party_committee'],
      ['party_send_back', 'party_committee'],
      ['county_approve', 'county_office'],
      ['county_send_back', 'county_office'],
      ['publish', 'county_office'],
    ]);
    for (const action of PLAN_ACTIONS) expect(PLAN_ACTION_LABELS[action]).not.toBe('');
  });
});

describe('A plan and its topics', () => {
  it('moves those that stand at its stage', () => {
    expect(PLAN_ACTIONS.map(planActionFrom)).toEqual([
      'shortlisted',
      'party_review',
      'party_review',
      'county_review',
      'county_review',
      null,
    ]);
  });

  it('lets a topic stand for comment for whole days in China', () => {
    const listed = chinaMoment('2026-05-08', '23:30');
    const left = (date: string, time: string) => commentDaysLeft(listed, chinaMoment(date, time), 5);
    expect(left('2026-05-08', '23:59')).toBe(5);
    expect(left('2026-05-09', '00:00')).toBe(4);
    expect(left('2026-05-12', '23:59')).toBe(1);
    expect(left('2026-05-13', '00:00')).toBe(0);
    expect(left('2026-06-30', '12:00')).toBe(0);
    expect(commentDaysLeft(listed, listed, 0)).toBe(0);
  });

  it('is named after its quarter', () => {
    expect(([1, 2, 3, 4] as const).map((quarter) => planTitle(2026, quarter))).toEqual([
      '2026年第一季度协商计划',
      '2026年第二季度协商计划',
      '2026年第三季度协商计划',
      '2026年第四季度协商计划',
    ]);
  });
});
