import { LargeCounts } from './large-counts.js';

/** Counts `n` rows each time, and says how often. */
function counter(n: number) {
  const counter = { times: 0, n, count: async () => [{ n: counter.n, times: ++counter.times }] };
  return counter;
}

describe('Counts', () => {
  it('of few rows are made anew each time', async () => {
    const counts = new LargeCounts();
    const few = counter(999);
    await counts.of('a', few.count);
    expect(await counts.of('a', few.count)).toEqual([{ n: 999, times: 2 }]);
  });

  it('of many rows are kept for a while, each by itself', async () => {
    const counts = new LargeCounts();
    const [one, other] = [counter(1_000), counter(3_000)];
    await counts.of('one', one.count);
    await counts.of('other', other.count);
    expect(await counts.of('one', one.count)).toEqual([{ n: 1_000, times: 1 }]);
    expect(await counts.of('other', other.count)).toEqual([{ n: 3_000, times: 1 }]);
  });

  it('of many rows are made anew after a quarter of a minute, once for all who ask', async () => {
    let now = 0;
    const counts = new LargeCounts(() => now);
    const many = counter(1_000);
    await counts.of('a', many.count);
    now = 15_000;
    const both = await Promise.all([counts.of('a', many.count), counts.of('a', many.count)]);
    expect(both.flat().map(({ times }) => times)).toEqual([2, 2]);
  });

  it('of many rows are made once for all who ask before anything is known', async () => {
    const counts = new LargeCounts();
    const many = counter(1_000);
    const all = await Promise.all([1, 2, 3].map(() => counts.of('a', many.count)));
    expect(all.flat().map(({ times }) => times)).toEqual([1, 1, 1]);
  });

  it('of few rows are never those that another asked for before', async () => {
    const counts = new LargeCounts();
    const few = counter(1);
    const first = counts.of('a', few.count);
    const second = counts.of('a', few.count);
    expect([await first, await second].flat().map(({ times }) => times)).toEqual([1, 2]);
  });

  it('that failed are tried again by the next who asks', async () => {
    const counts = new LargeCounts();
    await expect(counts.of('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await counts.of('a', counter(1).count)).toEqual([{ n: 1, times: 1 }]);
  });
});
