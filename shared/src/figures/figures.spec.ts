import fc from 'fast-check';
import { REPLY_CLASSES } from '../tasks/task.rules.js';
import { TASK_STATES } from '../tasks/task.states.js';
import { DAY_MS } from '../time/china-time.js';
import { TOPIC_ENDINGS, TOPIC_FATES, type TopicFate, topicFate } from '../topics/topic.fate.js';
import { TOPIC_STATES } from '../topics/topic.states.js';
import { type Count, FUNNEL_GROUPS, fatesOfGroup, funnelOf } from './figure.funnel.js';
import { MILESTONES, milestonesOf } from './figure.milestones.js';
import { momentsOf, monthAfter, monthsIn, monthsOf, PERIOD_PATTERN, periodLabel } from './figure.period.js';
import { PROMISE_STANDINGS, placesOfStanding, promiseStanding } from './figure.promises.js';
import { daysWithin, STAY_STATES, stayDays } from './figure.stays.js';

const anyTopic = fc.record({
  state: fc.constantFrom(...TOPIC_STATES),
  heldFrom: fc.constantFrom(null, ...TOPIC_STATES),
  ending: fc.constantFrom(null, ...TOPIC_ENDINGS),
  isPublic: fc.boolean(),
});

describe('The funnel', () => {
  it('adds up on any topics: each that was submitted is in one group, and the groups are all that was raised', () => {
    fc.assert(
      fc.property(fc.array(anyTopic, { maxLength: 200 }), (topics) => {
        const fates = Object.fromEntries(TOPIC_FATES.map((fate) => [fate, { n: 0, rows: 0 }])) as Record<
          TopicFate,
          Count
        >;
        const submitted = topics.filter((topic) => topicFate(topic) !== null);
        for (const topic of submitted) {
          const count = fates[topicFate(topic) as TopicFate];
          count.n += 1;
          if (topic.isPublic) count.rows += 1;
        }
        const { raised, groups } = funnelOf(fates);
        expect(raised).toEqual({ n: submitted.length, rows: submitted.filter((topic) => topic.isPublic).length });
        const { waiting, deliberating, delivering, closed, merged, declined, withdrawn, suspended } = groups;
        expect(raised.n).toBe(
          declined.n + merged.n + withdrawn.n + suspended.n + waiting.n + deliberating.n + delivering.n + closed.n,
        );
      }),
    );
  });

  it('holds each fate in one group', () => {
    expect(FUNNEL_GROUPS.flatMap(fatesOfGroup).sort()).toEqual([...TOPIC_FATES].sort());
  });
});

describe('How far a topic has come', () => {
  const topic = {
    state: 'submitted',
    heldFrom: null,
    planId: null,
    acceptedAt: null,
    promisedAt: null,
    ending: null,
  } as const;

  it('grows along its course', () => {
    expect(milestonesOf(topic)).toEqual([]);
    const accepted = { ...topic, acceptedAt: 1 };
    expect(milestonesOf({ ...accepted, state: 'accepted' })).toEqual(['accepted']);
    const listed = { ...accepted, planId: 'p' };
    expect(milestonesOf({ ...listed, state: 'shortlisted' })).toEqual(['accepted']);
    expect(milestonesOf({ ...listed, state: 'planned' })).toEqual(['accepted', 'planned']);
    expect(milestonesOf({ ...listed, state: 'deliberating' })).toEqual(['accepted', 'planned', 'deliberated']);
    const promised = { ...listed, promisedAt: 2 };
    expect(milestonesOf({ ...promised, state: 'resolving' })).toEqual([
      'accepted',
      'planned',
      'deliberated',
      'promised',
    ]);
    expect(milestonesOf({ ...promised, state: 'closed', ending: 'kept' })).toEqual([...MILESTONES]);
    expect(milestonesOf({ ...promised, state: 'closed', ending: 'explained' })).not.toContain('kept');
  });

  it('does not take a 微协商 for planned', () => {
    expect(milestonesOf({ ...topic, acceptedAt: 1, state: 'deliberating' })).toEqual(['accepted', 'deliberated']);
  });

  it('is kept while it is on hold or withdrawn', () => {
    for (const state of ['suspended', 'withdrawn'] as const) {
      const held = { ...topic, acceptedAt: 1, planId: 'p', state, heldFrom: 'planned' as const };
      expect(milestonesOf(held)).toEqual(['accepted', 'planned']);
    }
  });
});

describe('How a promise stands', () => {
  const all = TASK_STATES.flatMap((state) =>
    [null, ...REPLY_CLASSES].flatMap((replyClass) =>
      [true, false].map((carriedOver) => ({ state, replyClass, carriedOver })),
    ),
  );

  it('is one thing only, and can be looked for', () => {
    for (const task of all) {
      const found = PROMISE_STANDINGS.filter((standing) => {
        const { states, replyClasses, carriedOver } = placesOfStanding(standing);
        return (
          states.includes(task.state) &&
          (replyClasses === undefined || replyClasses.includes(task.replyClass)) &&
          (carriedOver === undefined || carriedOver === task.carriedOver)
        );
      });
      expect([task, found]).toEqual([task, [promiseStanding(task)]]);
    }
  });

  it('is kept only where it was closed as solved or on its way', () => {
    const kept = all.filter((task) => promiseStanding(task) === 'kept');
    expect(kept).toEqual([
      { state: 'closed', replyClass: 'A', carriedOver: false },
      { state: 'closed', replyClass: 'B', carriedOver: false },
    ]);
  });
});

describe('Time in each state', () => {
  it('counts whole days', () => {
    expect(stayDays(0, DAY_MS - 1)).toBe(0);
    expect(stayDays(0, DAY_MS)).toBe(1);
    expect(stayDays(0, 10 * DAY_MS + 5)).toBe(10);
    expect(STAY_STATES).not.toContain('draft');
  });

  it('gives from counts the same as from the days themselves', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 400 }), { minLength: 1 }), fc.constantFrom(0.5, 0.9, 1), (days, share) => {
        const counts = new Map<number, number>();
        for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
        const sorted = [...days].sort((a, b) => a - b);
        const found = daysWithin(
          [...counts].map(([day, n]) => ({ days: day, n })),
          share,
        );
        expect(found).toBe(sorted[Math.ceil(days.length * share) - 1]);
      }),
    );
    expect(daysWithin([], 0.5)).toBeNull();
  });
});

describe('Periods', () => {
  it('are a month, a year or all there is, in China’s time', () => {
    expect(monthsOf('2026')).toEqual({ first: '2026-01', last: '2026-12' });
    expect(monthsOf('2026-06')).toEqual({ first: '2026-06', last: '2026-06' });
    expect(monthsIn('2026-06')).toEqual(['2026-06']);
    expect([monthsIn('2026').length, monthsIn('2026')[0], monthsIn('2026')[11]]).toEqual([12, '2026-01', '2026-12']);
    expect(momentsOf('2026-12')).toEqual({ from: Date.UTC(2026, 10, 30, 16), to: Date.UTC(2026, 11, 31, 16) });
    expect(momentsOf('2026')).toEqual({ from: Date.UTC(2025, 11, 31, 16), to: Date.UTC(2026, 11, 31, 16) });
    expect(monthAfter('2026-09')).toBe('2026-10');
    expect(['all', '2026', '2026-06'].map(periodLabel)).toEqual(['历年', '2026年', '2026年6月']);
    for (const wrong of ['', '26', '2026-13', '2026-00', '1999', '2026-6', 'all2']) {
      expect([wrong, PERIOD_PATTERN.test(wrong)]).toEqual([wrong, false]);
    }
  });
});
