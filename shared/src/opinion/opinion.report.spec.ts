import type { MapStatement } from './opinion.contract.js';
import { reportSummary, shownCategories } from './opinion.report.js';

const statement = (over: Partial<MapStatement>): MapStatement => ({
  id: 'S',
  no: 1,
  text: '门口要有坡道。',
  side: 'agree',
  all: { agree: 18, disagree: 1, pass: 1 },
  byGroup: [],
  ...over,
});
const REPORT = {
  people: 20,
  categories: [],
  others: 0,
  votes: 180,
  statements: [],
  groups: [],
  smallGroups: 0,
  unites: [],
  divides: [],
  unsettled: [],
};

describe('The report in words', () => {
  it('says how many took part, and that nothing unites where nothing does', () => {
    expect(reportSummary(REPORT)).toEqual(['共 20 人参加，对 0 条看法表态 180 次。', '还没有各方都赞成的看法。']);
  });

  it('says how many of each category took part, the few together', () => {
    const categories = [
      { category: 'resident', people: 12 },
      { category: 'member', people: 6 },
    ] as const;
    expect(reportSummary({ ...REPORT, categories: [...categories], others: 2 })[1]).toBe(
      '按身份：居民/利益相关方 12 人、政协委员 6 人、其他 2 人。',
    );
    expect(reportSummary({ ...REPORT, categories: [...categories] })[1]).toContain('政协委员 6 人。');
  });

  it('names groups by size, and hides the small ones', () => {
    const groups = [
      { name: '甲', size: 12 },
      { name: '乙', size: 6 },
    ];
    expect(reportSummary({ ...REPORT, groups })[1]).toBe('按看法相近分成 2 组：甲组 12 人、乙组 6 人。');
    expect(reportSummary({ ...REPORT, groups, smallGroups: 1 })[1]).toContain('分成 3 组');
    expect(reportSummary({ ...REPORT, smallGroups: 2 })[1]).toBe('按看法相近分成 2 组，人数太少的组不单列。');
  });

  it('says what unites, what divides and what is open, with numbers', () => {
    const lines = reportSummary({
      ...REPORT,
      unites: [
        statement({ ring: 1 }),
        statement({ ring: 2, side: 'disagree', all: { agree: 1, disagree: 15, pass: 0 } }),
      ],
      divides: [
        statement({
          byGroup: [
            { group: '甲', agree: 9, disagree: 1, pass: 0 },
            { group: '乙', agree: 0, disagree: 0, pass: 0 },
          ],
        }),
      ],
      unsettled: [statement({ all: { agree: 5, disagree: 5, pass: 9 } })],
    });
    expect(lines.slice(1)).toEqual([
      '核心共识：都赞成“门口要有坡道”（20 人表态，18 人赞成）。',
      '广泛共识：多数反对“门口要有坡道”（16 人表态，15 人反对）。',
      '分歧：“门口要有坡道”（甲组 9 人赞成、1 人反对）。',
      '还拿不准：“门口要有坡道”（19 人表态，5 人赞成，9 人略过）。',
    ]);
  });

  it('cuts a long statement short', () => {
    const [, line = ''] = reportSummary({ ...REPORT, unites: [statement({ text: '长'.repeat(140) })] });
    expect(line).toContain(`“${'长'.repeat(60)}……”`);
  });
});

describe('People by category', () => {
  it('are counted from five on, the others together, largest first', () => {
    const counts = new Map([
      ['member', 6],
      ['resident', 30],
      ['expert', 2],
      ['deputy', 1],
    ] as const);
    expect(shownCategories(counts)).toEqual({
      categories: [
        { category: 'resident', people: 30 },
        { category: 'member', people: 6 },
      ],
      others: 3,
    });
  });
});
