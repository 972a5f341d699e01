import { TOPIC_STATES } from '../topics/topic.states.js';
import { CASE_PARTS, mayBecomeCase, missingParts } from './case.rules.js';

const WHOLE = { background: '缘起', process: '经过', turningPoints: ['转折'], result: '结果', lessons: '做法' };

describe('A case', () => {
  it('is made of a public topic that is closed, and of no other', () => {
    expect(TOPIC_STATES.filter((state) => mayBecomeCase({ state, isPublic: true }))).toEqual(['closed']);
    expect(TOPIC_STATES.filter((state) => mayBecomeCase({ state, isPublic: false }))).toEqual([]);
  });

  it('is whole once no part is empty', () => {
    expect(missingParts(WHOLE)).toEqual([]);
    for (const part of CASE_PARTS) {
      expect(missingParts({ ...WHOLE, [part]: part === 'turningPoints' ? [] : '' })).toEqual([part]);
    }
  });
});
