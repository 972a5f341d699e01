import fc from 'fast-check';
import { FUNDS_MAX, isOverspent, sayYuan, spendingNeedsReason, spentAfter, sumFunds } from './task.funds.js';

describe('Funds', () => {
  it.each([
    [100, 100, false],
    [100, 101, true],
    [0, 1, true],
    [null, 5, false],
    [100, null, false],
    [null, null, false],
  ])('planned %s and spent %s are overspent: %s', (planned, spent, expected) => {
    expect(isOverspent({ planned, spent })).toBe(expected);
  });

  it('of several promises are those that are known, and none where none is', () => {
    const known = { planned: 100, spent: null };
    expect(sumFunds([])).toEqual({ planned: null, spent: null });
    expect(sumFunds([known, { planned: null, spent: 30 }, { planned: 5, spent: 0 }])).toEqual({
      planned: 105,
      spent: 30,
    });
  });

  it('need a reason where a report goes over the plan or takes back another, and only there', () => {
    const yuan = fc.integer({ min: 0, max: FUNDS_MAX });
    const maybe = fc.option(yuan, { nil: null });
    fc.assert(
      fc.property(maybe, maybe, fc.integer({ min: -FUNDS_MAX, max: FUNDS_MAX }), (planned, spent, amount) => {
        const funds = { planned, spent };
        const over = planned !== null && spentAfter(funds, amount) > planned;
        expect(spendingNeedsReason(funds, amount)).toBe(amount < 0 || over);
      }),
    );
  });

  it.each([
    [0, '0 元'],
    [980, '980 元'],
    [3200, '3,200 元'],
    [10_000, '1 万元'],
    [12_500, '1.25 万元'],
    [12_501, '12,501 元'],
    [1_234_567, '1,234,567 元'],
    [120_000_000, '12000 万元'],
    [-500, '-500 元'],
    [-20_000, '-2 万元'],
  ])('of %d yuan are said exactly', (yuan, words) => {
    expect(sayYuan(yuan)).toBe(words);
  });
});
