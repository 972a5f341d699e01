import { drawNext } from './opinion.next.js';

const of = (...priorities: (number | null)[]) => priorities.map((priority, i) => ({ id: `s${i}`, priority }));

describe('The next statement', () => {
  it('is none where none is left', () => {
    expect(drawNext([], 0.5)).toBeNull();
  });

  it.each([
    [0, 's0'],
    [0.0999, 's0'],
    [0.1, 's1'],
    [0.3999, 's1'],
    [0.4, 's2'],
    [0.9999999, 's2'],
  ])('at %p is %s where weights are 1, 3 and 6', (random, id) => {
    expect(drawNext(of(1, 3, 6), random)?.id).toBe(id);
  });

  it('counts one without a weight as 1', () => {
    expect([0.2, 0.3].map((random) => drawNext(of(null, 3), random)?.id)).toEqual(['s0', 's1']);
  });

  it('is never one of no weight while another has some', () => {
    for (const random of [0, 0.5, 0.999999]) expect(drawNext(of(0, 2, 0, -1), random)?.id).toBe('s1');
  });

  it('is any of them alike where none has weight', () => {
    expect([0, 0.4, 0.9].map((random) => drawNext(of(0, 0, 0), random)?.id)).toEqual(['s0', 's1', 's2']);
  });

  it('comes as often as its weight says', () => {
    const draws = 10_000;
    let second = 0;
    for (let i = 0; i < draws; i++) if (drawNext(of(1, 4), (i + 0.5) / draws)?.id === 's1') second++;
    expect(second).toBe(0.8 * draws);
  });
});
