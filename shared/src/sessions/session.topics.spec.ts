import { chinaMoment } from '../time/china-time.js';
import { TOPIC_STATES, type TopicState } from '../topics/topic.states.js';
import { SESSION_FORMATS, type SessionFormat } from './session.rules.js';
import { pathToTable, type TopicAtTheDoor } from './session.topics.js';

const NOW = chinaMoment('2026-05-08', '09:30');

/** The move or refusal for a topic that nothing else stands in the way of. */
function path(state: TopicState, format: SessionFormat, over: Partial<TopicAtTheDoor> = {}): string | null {
  const answer = pathToTable({
    state,
    format,
    microOn: true,
    planPublishedAt: chinaMoment('2026-04-01', '09:00'),
    planNoticeDays: 5,
    now: NOW,
    busy: false,
    openTasks: 0,
    reconsultingTasks: 0,
    ...over,
  });
  return 'refusal' in answer ? answer.refusal : answer.action;
}

describe('How a topic comes to a session', () => {
  it.each(TOPIC_STATES)('from %s depends on the state and on the format', (state) => {
    const expected: Partial<Record<TopicState, string | null>> = {
      planned: 'deliberate',
      accepted: 'TOPIC.LIGHT_PATH_ONLY_MICRO',
      deliberating: null,
      resolving: 'reconsult',
    };
    const usual = state in expected ? expected[state] : 'SESSION.TOPIC_NOT_READY';
    for (const format of SESSION_FORMATS) {
      const wanted = state === 'accepted' && format === 'micro' ? 'deliberate' : usual;
      expect([format, path(state, format)]).toEqual([format, wanted]);
    }
  });

  it('takes no 微协商 where the township has not opened it', () => {
    for (const state of TOPIC_STATES) expect(path(state, 'micro', { microOn: false })).toBe('TOPIC.LIGHT_PATH_OFF');
    expect(path('planned', 'onsite', { microOn: false })).toBe('deliberate');
  });

  it('waits until an earlier session about it is settled', () => {
    for (const state of TOPIC_STATES) expect(path(state, 'onsite', { busy: true })).toBe('SESSION.TOPIC_TAKEN');
  });

  it('waits until the plan has stood for its days of notice', () => {
    expect(path('planned', 'onsite', { planPublishedAt: null })).toBe('PLAN.NOT_PUBLISHED');
    expect(path('planned', 'onsite', { planPublishedAt: chinaMoment('2026-05-04', '00:00') })).toBe(
      'PLAN.NOT_PUBLISHED',
    );
    expect(path('planned', 'onsite', { planPublishedAt: chinaMoment('2026-05-03', '23:59') })).toBe('deliberate');
  });

  it('comes again only when a promise waits for it or none is open', () => {
    expect(path('resolving', 'onsite', { openTasks: 2 })).toBe('SESSION.TOPIC_NOT_READY');
    expect(path('resolving', 'onsite', { openTasks: 2, reconsultingTasks: 1 })).toBe('reconsult');
    expect(path('resolving', 'onsite', { openTasks: 0 })).toBe('reconsult');
  });
});
