import { ID_PATTERN, newId, newIdAfter } from './ids.js';

describe('ids', () => {
  it('sort by the moment they were made, also within one millisecond', () => {
    const ids = [1, 1, 1, 2, 2, 3].map((ms) => newId(1_700_000_000_000 + ms));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('sort before later ones when made afterwards for an earlier moment', () => {
    const later = newId(1_800_000_000_000);
    const earlier = newId(1_700_000_000_000);
    expect(earlier < later).toBe(true);
    expect(newId(1_750_000_000_000) < later).toBe(true);
  });

  it('sort within a millisecond also where ids of other moments are made in between', () => {
    const first = newId(1_760_000_000_000);
    newId(1_770_000_000_000);
    const second = newId(1_760_000_000_000);
    newId(1_750_000_000_000);
    expect([first, second, newId(1_760_000_000_000)].sort().slice(0, 2)).toEqual([first, second]);
  });

  it('sort after one they have to follow, also where the clock was put back', () => {
    const previous = newId(1_760_000_000_000);
    for (const now of [1_750_000_000_000, 1_760_000_000_000, 1_770_000_000_000]) {
      const next = newIdAfter(previous, now);
      expect(next > previous).toBe(true);
      expect(next).toMatch(ID_PATTERN);
    }
    expect(newIdAfter(undefined, 1_750_000_000_000) < previous).toBe(true);
  });

  it('have the form that routes accept, short enough for a mini-program code', () => {
    expect(newId(Date.now())).toMatch(ID_PATTERN);
    expect(newId(Date.now()).length).toBeLessThanOrEqual(32 - 't='.length);
  });
});
