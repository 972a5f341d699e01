import fc from 'fast-check';
import { mergeText } from './merge-text.js';

describe('Joining what two people made of one text', () => {
  const base = '会场在一楼。费用由街道承担，明年动工。';

  it.each([
    ['nobody changed anything', base, base, base],
    ['only one wrote', `${base}另议停车。`, base, `${base}另议停车。`],
    ['both wrote the same', `${base}另议停车。`, `${base}另议停车。`, `${base}另议停车。`],
    [
      'each changed another clause',
      base.replace('一楼', '二楼'),
      base.replace('明年', '今年'),
      '会场在二楼。费用由街道承担，今年动工。',
    ],
    ['both added behind the end', `${base}甲说好。`, `${base}乙说不好。`, `${base}乙说不好。甲说好。`],
    [
      'each added to one clause',
      base.replace('一楼', '一楼东侧'),
      base.replace('会场', '主会场'),
      `主${base.replace('一楼', '一楼东侧')}`,
    ],
    ['one took out what the other left', '会场在一楼。', base, '会场在一楼。'],
    [
      'one took out what the other changed',
      '会场在一楼。',
      base.replace('街道', '社区'),
      '会场在一楼。费用由社区承担，明年动工。',
    ],
  ])('when %s', (_, mine, theirs, joined) => {
    expect(mergeText(base, mine, theirs)).toBe(joined);
  });

  it('never makes a number that nobody wrote', () => {
    expect(mergeText('补贴100元。', '补贴200元。', '补贴300元。')).toBe('补贴300元。补贴200元。');
    expect(mergeText('补贴三千元', '补贴五千元', '补贴三万元')).toBe('补贴三万元\n补贴五千元');
  });

  it('stays quick where a long text without a mark was changed in many places by both', () => {
    const long = '甲乙丙丁戊己庚辛壬癸'.repeat(500);
    const started = Date.now();
    for (const text of [long, long.replace(/癸/g, '，')]) {
      const joined = mergeText(text, text.replace(/甲/g, '子'), text.replace(/辛/g, '亥'));
      expect(joined).toContain('子乙丙丁戊己庚辛');
      expect(joined).toContain('甲乙丙丁戊己庚亥');
    }
    expect(Date.now() - started).toBeLessThan(5000);
  });
});

/** What somebody made of a text: words put in (of letters nobody else uses) and stretches taken out. */
const edits = (letters: string) =>
  fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      drop: fc.integer({ min: 0, max: 6 }),
      put: fc.string({ unit: fc.constantFrom(...letters), maxLength: 5 }),
    }),
    { maxLength: 6 },
  );

function edited(base: string, changes: readonly { at: number; drop: number; put: string }[]): string {
  return changes.reduce((text, { at, drop, put }) => {
    const from = Math.round(at * text.length);
    return text.slice(0, from) + put + text.slice(from + drop);
  }, base);
}

const baseText = fc.string({ unit: fc.constantFrom(...'会场在一楼二百12。，；\n'), maxLength: 40 });
const only = (text: string, letters: string) => [...text].filter((char) => letters.includes(char)).join('');
const MINE = '甲乙丙丁';
const THEIRS = '子丑寅卯';

describe('Any two changes of any text', () => {
  const three = fc
    .tuple(baseText, edits('甲乙丙丁'), edits('子丑寅卯'))
    .map(([base, my, their]) => ({ base, mine: edited(base, my), theirs: edited(base, their) }));

  it('lose no character that either typed, nor its order', () => {
    fc.assert(
      fc.property(three, ({ base, mine, theirs }) => {
        const joined = mergeText(base, mine, theirs);
        expect(only(joined, MINE)).toBe(only(mine, MINE));
        expect(only(joined, THEIRS)).toBe(only(theirs, THEIRS));
      }),
      { numRuns: 2000 },
    );
  });

  it('keep every word whoever of the two is first', () => {
    fc.assert(
      fc.property(three, ({ base, mine, theirs }) => {
        const sorted = (text: string) =>
          [...text]
            .filter((char) => char !== '\n')
            .sort()
            .join('');
        expect(sorted(mergeText(base, mine, theirs))).toBe(sorted(mergeText(base, theirs, mine)));
      }),
      { numRuns: 2000 },
    );
  });

  it('leave a text alone that nobody, or only one, changed', () => {
    fc.assert(
      fc.property(three, ({ base, mine }) => {
        expect([mergeText(base, base, base), mergeText(base, mine, base), mergeText(base, base, mine)]).toEqual([
          base,
          mine,
          mine,
        ]);
      }),
    );
  });

  it('change nothing when joined once more', () => {
    fc.assert(
      fc.property(three, ({ base, mine, theirs }) => {
        const joined = mergeText(base, mine, theirs);
        expect(mergeText(mine, mine, joined)).toBe(joined);
        expect(mergeText(theirs, joined, theirs)).toBe(joined);
      }),
    );
  });
});
