import { SESSION_STATES } from '../sessions/session.states.js';
import { chinaMoment, DAY_MS } from '../time/china-time.js';
import { TOPIC_STATES } from '../topics/topic.states.js';
import {
  dueProblem,
  FINDINGS,
  isResearchPublic,
  latestReport,
  mayBeResearched,
  missingInReport,
  RESEARCH_EDIT_STATES,
  RESEARCH_METHOD_LABELS,
  RESEARCH_METHODS,
  RESEARCH_WORK_STATES,
} from './research.rules.js';
import { RESEARCH_STATES } from './research.states.js';

const NOW = chinaMoment('2026-06-03', '10:00');

describe('When a report on a session is due', () => {
  it('is the end of the tenth day before it', () => {
    const startsAt = chinaMoment('2026-06-30', '14:30');
    expect(latestReport({ startsAt, now: NOW, days: 10 })).toBe(chinaMoment('2026-06-21', '00:00') - 1);
  });

  it('is its start where it was called too late for that', () => {
    const startsAt = chinaMoment('2026-06-12', '14:30');
    expect(latestReport({ startsAt, now: NOW, days: 10 })).toBe(startsAt);
  });

  it.each([
    ['in the past', NOW, null, 'RESEARCH.PAST_DUE_DATE'],
    ['a moment ahead', NOW + 1, null, null],
    ['a year ahead', NOW + 365 * DAY_MS, null, null],
    ['more than a year ahead', NOW + 365 * DAY_MS + 1, null, 'RESEARCH.TOO_FAR_AHEAD'],
    ['early enough before the session', NOW + 10 * DAY_MS, NOW + 25 * DAY_MS, null],
    ['too shortly before the session', NOW + 18 * DAY_MS, NOW + 25 * DAY_MS, 'RESEARCH.DUE_TOO_LATE'],
    ['after a session called late', NOW + 6 * DAY_MS, NOW + 5 * DAY_MS, 'RESEARCH.DUE_TOO_LATE'],
    ['before a session called late', NOW + 4 * DAY_MS, NOW + 5 * DAY_MS, null],
  ])('can not be every date: %s', (_, dueAt, startsAt, problem) => {
    expect(dueProblem({ dueAt, startsAt, now: NOW, days: 10 })).toBe(problem);
  });
});

describe('A report', () => {
  const whole = {
    findings: { situation: '有', data: '', demands: '有', policy: '' },
    summary: '摘要',
    questions: ['建在哪里'],
  };

  it('needs the situation, what everyone asks for, a summary and a question', () => {
    expect(missingInReport(whole)).toEqual([]);
    expect(
      missingInReport({ findings: { situation: '', data: '', demands: '', policy: '' }, summary: '', questions: [] }),
    ).toEqual(['基本情况', '各方诉求', '公开摘要', '要商量的问题']);
    expect(missingInReport({ ...whole, summary: '' })).toEqual(['公开摘要']);
  });

  it('has four findings and is made in four ways', () => {
    expect(FINDINGS).toHaveLength(4);
    expect(RESEARCH_METHODS.map((method) => RESEARCH_METHOD_LABELS[method])).toEqual([
      '走访',
      '问卷',
      '统计表',
      '踏勘',
    ]);
  });

  it('is made of what is on its way, and of no session that has begun', () => {
    const topics = TOPIC_STATES.filter((state) => !mayBeResearched('topic', state));
    expect(topics).toEqual([
      'draft',
      'submitted',
      'returned',
      'declined',
      'merged',
      'closed',
      'suspended',
      'withdrawn',
    ]);
    const sessions = SESSION_STATES.filter((state) => mayBeResearched('session', state));
    expect(sessions).toEqual(['preparing', 'announced', 'postponed']);
  });

  it('is written while the research is open and public once it is finished', () => {
    expect(RESEARCH_WORK_STATES).toEqual(['open']);
    expect(RESEARCH_EDIT_STATES).toEqual(['draft', 'open']);
    expect(RESEARCH_STATES.filter((state) => isResearchPublic({ state }))).toEqual(['finished']);
  });
});
