import type { DrawTicket } from '../sessions/draw.contract.js';
import { PARTICIPANT_CATEGORIES } from '../sessions/session.rules.js';
import { draw, drawCommand, isSeedOf, rankOf, sha256Hex } from './draw.rules.js';

const SEED = 'a3f1';
const pool = (n: number): DrawTicket[] =>
  Array.from({ length: n }, (_, i) => ({ ticket: i + 1, category: i % 3 === 0 ? 'member' : 'resident' }));
const QUOTAS = [
  { category: 'resident', count: 4 },
  { category: 'member', count: 2 },
] as const;

describe('SHA-256', () => {
  it('is what everybody else’s is', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256Hex('有事好商量')).toBe('fcfdd9729eb559080f7b52f3b75a2e62554a2dff265ac450f8fa518dfeb6af1d');
  });
});

describe('A draw', () => {
  it('is the same each time for the same seed, and another for another', () => {
    expect(draw(SEED, pool(60), QUOTAS)).toEqual(draw(SEED, pool(60), QUOTAS));
    expect(draw('b', pool(60), QUOTAS)).not.toEqual(draw(SEED, pool(60), QUOTAS));
  });

  it('does not care in which order people entered, nor in which the quotas stand', () => {
    const right = draw(SEED, pool(60), QUOTAS);
    for (let turn = 1; turn < 60; turn += 7) {
      const turned = [...pool(60).slice(turn), ...pool(60).slice(0, turn)];
      expect(draw(SEED, turned, [...QUOTAS].reverse())).toEqual(right);
    }
    expect(draw(SEED, [...pool(60)].reverse(), QUOTAS)).toEqual(right);
  });

  it('takes from each category as many as wanted, and nobody of another', () => {
    const drawn = draw(SEED, pool(60), QUOTAS);
    expect(drawn.map(({ category, tickets, missing }) => [category, tickets.length, missing])).toEqual([
      ['member', 2, 0],
      ['resident', 4, 0],
    ]);
    const categoryOf = new Map(pool(60).map((one) => [one.ticket, one.category]));
    for (const { category, tickets } of drawn) {
      expect(new Set(tickets).size).toBe(tickets.length);
      for (const ticket of tickets) expect(categoryOf.get(ticket)).toBe(category);
    }
  });

  it('draws those of the smallest rank, in its order', () => {
    const [member] = draw(SEED, pool(60), [{ category: 'member', count: 5 }]);
    const ranks = pool(60)
      .filter(({ category }) => category === 'member')
      .map(({ ticket }) => rankOf(SEED, ticket))
      .sort();
    expect(member?.tickets.map((ticket) => rankOf(SEED, ticket))).toEqual(ranks.slice(0, 5));
  });

  it('draws all there are of a category with too few, and says how many are missing', () => {
    expect(
      draw(SEED, pool(4), [
        { category: 'member', count: 5 },
        { category: 'expert', count: 1 },
      ]),
    ).toEqual([
      { category: 'member', tickets: expect.arrayContaining([1, 4]), missing: 3 },
      { category: 'expert', tickets: [], missing: 1 },
    ]);
    expect(draw(SEED, [], QUOTAS).map(({ missing }) => missing)).toEqual([2, 4]);
    expect(draw(SEED, pool(9), [])).toEqual([]);
  });

  it('keeps everybody drawn when more of them are wanted', () => {
    for (const category of PARTICIPANT_CATEGORIES.slice(0, 2)) {
      const few = draw(SEED, pool(90), [{ category, count: 5 }])[0]?.tickets ?? [];
      const many = draw(SEED, pool(90), [{ category, count: 20 }])[0]?.tickets ?? [];
      expect(many.slice(0, 5)).toEqual(few);
    }
  });

  it('counts a ticket once, and quotas of one category together', () => {
    const twice = [...pool(30), ...pool(30)];
    expect(draw(SEED, twice, QUOTAS)).toEqual(draw(SEED, pool(30), QUOTAS));
    const split = [
      { category: 'resident', count: 1 },
      { category: 'resident', count: 2 },
    ] as const;
    expect(draw(SEED, pool(30), split)).toEqual(draw(SEED, pool(30), [{ category: 'resident', count: 3 }]));
  });

  it('gives everybody much the same chance', () => {
    const times = new Map<number, number>();
    for (let i = 0; i < 600; i++) {
      for (const ticket of draw(`seed ${i}`, pool(30), [{ category: 'member', count: 3 }])[0]?.tickets ?? []) {
        times.set(ticket, (times.get(ticket) ?? 0) + 1);
      }
    }
    // 600 draws of 3 out of 10: 180 each, give or take five standard deviations.
    expect(times.size).toBe(10);
    for (const n of times.values()) expect(Math.abs(n - 180)).toBeLessThan(57);
  });

  it('has a command for a terminal that names every ticket, in order', () => {
    expect(drawCommand('ab', [3, 1, 2])).toBe(
      `for t in 1 2 3; do echo "$(printf '%s' 'ab:'$t | sha256sum | cut -c1-64) $t"; done | sort`,
    );
  });

  it('is bound to its seed from the beginning', () => {
    const seedHash = sha256Hex(SEED);
    expect(isSeedOf(SEED, seedHash)).toBe(true);
    expect(isSeedOf('a3f2', seedHash)).toBe(false);
  });
});
