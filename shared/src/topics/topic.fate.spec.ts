import fc from 'fast-check';
import {
  fateLine,
  isFateFinal,
  placesOfFate,
  TOPIC_ENDINGS,
  TOPIC_FATE_LABELS,
  TOPIC_FATES,
  type TopicEnding,
  topicEnding,
  topicFate,
} from './topic.fate.js';
import { isPrivateDraft } from './topic.rules.js';
import { TOPIC_STATES, type TopicState, topicMachine } from './topic.states.js';

const ALL = TOPIC_STATES.flatMap((state) =>
  [null, ...TOPIC_STATES].flatMap((heldFrom) =>
    [null, ...TOPIC_ENDINGS].map((ending) => ({ state, heldFrom, ending })),
  ),
);

describe('The fate of a topic', () => {
  it('is one and only one for every topic that was ever submitted, and none for what never was', () => {
    for (const topic of ALL) {
      const fate = topicFate(topic);
      expect([topic, fate === null]).toEqual([topic, isPrivateDraft(topic)]);
      if (fate !== null) expect(TOPIC_FATES).toContain(fate);
    }
  });

  it('can be looked for by what is kept of a topic, and finds those alone that have it', () => {
    for (const topic of ALL.filter((one) => !isPrivateDraft(one))) {
      const found = TOPIC_FATES.filter((fate) => {
        const { states, ending } = placesOfFate(fate);
        return states.includes(topic.state) && (ending === null || (topic.ending ?? 'no_promise') === ending);
      });
      expect([topic, found]).toEqual([topic, [topicFate(topic)]]);
    }
  });

  it('says each state as it is', () => {
    const fate = (state: TopicState, ending: TopicEnding | null = null) =>
      topicFate({ state, heldFrom: 'accepted', ending });
    expect(TOPIC_STATES.map((state) => [state, fate(state)])).toEqual([
      ['draft', null],
      ['submitted', 'screening'],
      ['returned', 'returned'],
      ['declined', 'declined'],
      ['accepted', 'pooled'],
      ['merged', 'merged'],
      ['shortlisted', 'reviewing'],
      ['party_review', 'reviewing'],
      ['county_review', 'reviewing'],
      ['planned', 'planned'],
      ['deliberating', 'deliberating'],
      ['resolving', 'delivering'],
      ['closed', 'no_promise'],
      ['suspended', 'suspended'],
      ['withdrawn', 'withdrawn'],
    ]);
    for (const ending of TOPIC_ENDINGS) expect(fate('closed', ending)).toBe(ending);
  });

  it('is final where the machine lets nobody go on but by undoing a merger or because a promise is kept no more', () => {
    for (const topic of ALL) {
      const fate = topicFate(topic);
      if (fate === null) continue;
      const back = ['unmerge', 'reopen'];
      const goesOn = topicMachine.transitions.some((t) => t.from.includes(topic.state) && !back.includes(t.action));
      expect([topic.state, isFateFinal(fate)]).toEqual([topic.state, !goesOn]);
    }
  });

  it('reads as a line for everyone', () => {
    expect(fateLine('kept')).toBe('结局：已办结，承诺全部兑现');
    expect(fateLine('deliberating')).toBe('目前：协商中');
    expect(new Set(TOPIC_FATES.map((fate) => TOPIC_FATE_LABELS[fate])).size).toBe(TOPIC_FATES.length);
  });
});

describe('How a closed topic ended', () => {
  const promise = (replyClass: 'A' | 'B' | 'C' | 'D' | null, carriedOver = false) => ({ replyClass, carriedOver });

  it('is kept where each promise was solved or is on its way', () => {
    expect(topicEnding([promise('A')], true)).toBe('kept');
    expect(topicEnding([promise('A'), promise('B')], true)).toBe('kept');
  });

  it('is kept in part where some were only answered, and explained where all were', () => {
    expect(topicEnding([promise('A'), promise('C')], true)).toBe('partly_kept');
    expect(topicEnding([promise('C'), promise('D')], true)).toBe('explained');
  });

  it('does not count what a new session took over', () => {
    expect(topicEnding([promise('C', true), promise('A')], true)).toBe('kept');
    expect(topicEnding([promise('A', true)], false)).toBe('no_consensus');
  });

  it('says whether people agreed where nothing was promised', () => {
    expect(topicEnding([], true)).toBe('no_promise');
    expect(topicEnding([], false)).toBe('no_consensus');
  });

  it('is one of the endings for any promises', () => {
    const any = fc.record({ replyClass: fc.constantFrom('A', 'B', 'C', 'D', null), carriedOver: fc.boolean() });
    fc.assert(
      fc.property(fc.array(any), fc.boolean(), (promises, consensus) => {
        const ending = topicEnding(promises, consensus);
        const own = promises.filter((one) => !one.carriedOver);
        expect(TOPIC_ENDINGS).toContain(ending);
        expect(['no_consensus', 'no_promise'].includes(ending)).toBe(own.length === 0);
      }),
    );
  });
});
