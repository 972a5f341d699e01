import fc from 'fast-check';
import type { AgreedTask, MinutesContent } from './minutes.content.js';
import { commonMinutes, mergeMinutes, overlongFields, sameMinutes } from './minutes.merge.js';
import { MINUTES_LIMITS } from './minutes.rules.js';

const content = (over: Partial<MinutesContent> = {}): MinutesContent => ({
  situation: '一号院老人占三成。',
  points: [
    { speaker: '居民代表', text: '希望建在一楼。' },
    { speaker: '王芳', text: '先看场地再说。' },
  ],
  departmentAnswers: [],
  consensus: ['建在一号院闲置用房', '今年动工'],
  dissent: [],
  noDissent: false,
  tasks: [],
  photos: [],
  ...over,
});
const task = (over: Partial<AgreedTask> = {}): AgreedTask => ({
  what: '建养老服务站',
  leadDepartmentId: 'A',
  coDepartmentIds: [],
  dueAt: 1,
  funds: null,
  ...over,
});

describe('Two recorders of the same minutes', () => {
  const base = content();
  const [first, second] = base.points as [MinutesContent['points'][number], MinutesContent['points'][number]];
  const speech = (speaker: string) => ({ speaker, text: `${speaker}的话` });

  it('who each add a speech find both, in the order in which they were saved', () => {
    const mine = content({ points: [...base.points, speech('甲')] });
    const theirs = content({ points: [...base.points, speech('乙')] });
    expect(mergeMinutes(base, mine, theirs).points).toEqual([...base.points, speech('乙'), speech('甲')]);
  });

  it('who put in the very same find it once', () => {
    const both = content({ consensus: [...base.consensus, '装扶手'] });
    expect(mergeMinutes(base, both, content({ consensus: [...base.consensus, '装扶手'] }))).toEqual(both);
  });

  it('of whom one puts speeches in another order and one changes a speech have both', () => {
    const moved = content({ points: [second, first] });
    const changed = content({ points: [{ ...first, text: '希望建在一楼东侧。' }, second, speech('丙')] });
    const points = [second, { ...first, text: '希望建在一楼东侧。' }];
    expect(mergeMinutes(base, moved, changed).points).toEqual([second, speech('丙'), points[1]]);
    expect(mergeMinutes(base, changed, moved).points).toEqual([second, speech('丙'), points[1]]);
  });

  it('of whom one takes out what the other changed keep the change, else it is gone', () => {
    const without = content({ consensus: ['今年动工'] });
    expect(mergeMinutes(base, without, base).consensus).toEqual(['今年动工']);
    const changed = content({ consensus: ['建在一号院闲置用房东侧', '今年动工'] });
    expect(mergeMinutes(base, without, changed).consensus).toEqual(['建在一号院闲置用房东侧', '今年动工']);
    expect(mergeMinutes(base, changed, without).consensus).toEqual(['建在一号院闲置用房东侧', '今年动工']);
  });

  it('who name two departments for one task find both tasks; an empty field gives way', () => {
    const tasks = (over: Partial<AgreedTask>) => content({ tasks: [task(over)] });
    const joined = mergeMinutes(tasks({}), tasks({ leadDepartmentId: 'B' }), tasks({ leadDepartmentId: 'C' }));
    expect(joined.tasks.map(({ leadDepartmentId }) => leadDepartmentId)).toEqual(['C', 'B']);
    const filled = mergeMinutes(tasks({ dueAt: 0 }), tasks({ dueAt: 5 }), tasks({ dueAt: 0, funds: '街道经费' }));
    expect(filled.tasks).toEqual([task({ dueAt: 5, funds: '街道经费' })]);
  });

  it('never have “no reserved opinion” beside a reserved opinion', () => {
    const joined = mergeMinutes(base, content({ noDissent: true }), content({ dissent: ['费用由谁出'] }));
    expect([joined.noDissent, joined.dissent]).toEqual([false, ['费用由谁出']]);
    expect(mergeMinutes(base, content({ noDissent: true }), base).noDissent).toBe(true);
  });

  it('lose nothing either where nobody knows what both began with', () => {
    const mine = content({ situation: '甲写的。', consensus: [...base.consensus, '甲条'] });
    const theirs = content({ situation: '乙写的。', consensus: ['乙条', ...base.consensus] });
    const joined = mergeMinutes(commonMinutes(mine, theirs), mine, theirs);
    expect(joined).toMatchObject({ situation: '乙写的。甲写的。', points: base.points });
    expect(joined.consensus).toEqual(['乙条', ...base.consensus, '甲条']);
  });

  it('keep where a speech was made and how long it took, also where one of them has an app that does not know', () => {
    const spoken = { speaker: '王芳', text: '', item: 2, seconds: 180 };
    const again = { ...spoken, item: 3 };
    const before = content({ points: [spoken, again] });
    const mine = content({ points: [{ ...spoken, text: '先装扶手' }, again] });
    const theirs = content({
      points: [
        { speaker: '王芳', text: '' },
        { ...again, text: '再修台阶' },
      ],
    });
    const points = [
      { ...spoken, text: '先装扶手' },
      { ...again, text: '再修台阶' },
    ];
    expect(mergeMinutes(before, mine, before).points).toEqual(mine.points);
    expect(mergeMinutes(before, mine, theirs).points).toEqual(points);
    expect(sameMinutes(before, content({ points: [spoken, { ...again, item: 4 }] }))).toBe(false);
  });

  it('are told which field has grown too long', () => {
    expect(overlongFields(base)).toEqual([]);
    const { textMax, itemMax, itemsMax } = MINUTES_LIMITS;
    expect(
      overlongFields(
        content({
          situation: '长'.repeat(textMax + 1),
          points: [{ speaker: '甲', text: '长'.repeat(itemMax + 1) }],
          dissent: new Array<string>(itemsMax + 1).fill('一条'),
        }),
      ),
    ).toEqual(['situation', 'points', 'dissent']);
  });
});

/** What one of two recorders makes of minutes; their own words are of their own letters. */
const changes = (letters: string) => {
  const words = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 4 });
  const index = fc.nat({ max: 9 });
  return fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('add' as const), at: index, words }),
      fc.record({ kind: fc.constant('change' as const), at: index, words }),
      fc.record({ kind: fc.constant('drop' as const), at: index, words }),
      fc.record({ kind: fc.constant('move' as const), at: index, to: index, words }),
    ),
    { maxLength: 5 },
  );
};
type Change = { kind: 'add' | 'change' | 'drop' | 'move'; at: number; to?: number; words: string };

function changed<T>(
  list: readonly T[],
  all: readonly Change[],
  make: (words: string) => T,
  add: (item: T, words: string) => T,
): T[] {
  const now = [...list];
  for (const { kind, at, to = 0, words } of all) {
    const index = now.length === 0 ? 0 : at % (now.length + (kind === 'add' ? 1 : 0));
    const item = now[index];
    if (kind === 'add') now.splice(index, 0, make(words));
    else if (item === undefined) continue;
    else if (kind === 'change') now[index] = add(item, words);
    else if (kind === 'drop') now.splice(index, 1);
    else now.splice(to % now.length, 0, ...now.splice(index, 1));
  }
  return now;
}

const writing = (letters: string) =>
  fc.record({
    lines: changes(letters),
    points: changes(letters),
    tasks: changes(letters),
    situation: changes(letters),
  });
type Writing = { lines: Change[]; points: Change[]; tasks: Change[]; situation: Change[] };

const written = (base: MinutesContent, { lines, points, tasks, situation }: Writing): MinutesContent => ({
  ...base,
  situation: situation.reduce((text, { at, words }) => text.slice(0, at) + words + text.slice(at), base.situation),
  consensus: changed(
    base.consensus,
    lines,
    (w) => w,
    (item, w) => item + w,
  ),
  points: changed(
    base.points,
    points,
    (w) => ({ speaker: '居民', text: w }),
    (p, w) => ({ ...p, text: w + p.text }),
  ),
  tasks: changed(
    base.tasks,
    tasks,
    (what) => task({ what }),
    (t, w) => ({ ...t, what: t.what + w, leadDepartmentId: w }),
  ),
});

const wordsOf = (minutes: MinutesContent): string =>
  [
    minutes.situation,
    ...minutes.consensus,
    ...minutes.points.map((p) => p.text),
    ...minutes.tasks.map((t) => t.what),
  ].join('');
const count = (text: string, letters: string) =>
  [...text]
    .filter((char) => letters.includes(char))
    .sort()
    .join('');

describe('Any two writings of the same minutes', () => {
  const base = content({ tasks: [task(), task({ what: '装路灯', leadDepartmentId: 'B' })] });
  const MINE = '甲乙丙丁';
  const THEIRS = '子丑寅卯';
  const two = fc
    .tuple(writing('甲乙丙丁'), writing('子丑寅卯'))
    .map(([my, their]) => ({ mine: written(base, my), theirs: written(base, their) }));

  /** Every letter of `written` stands in `joined` at least as often. */
  const holdsAll = (joined: MinutesContent, writtenBy: MinutesContent, letters: string) => {
    for (const letter of letters) {
      expect(count(wordsOf(joined), letter).length).toBeGreaterThanOrEqual(count(wordsOf(writtenBy), letter).length);
    }
  };

  it('lose nothing that either typed, whoever is first', () => {
    fc.assert(
      fc.property(two, ({ mine, theirs }) => {
        for (const joined of [mergeMinutes(base, mine, theirs), mergeMinutes(base, theirs, mine)]) {
          holdsAll(joined, mine, MINE);
          holdsAll(joined, theirs, THEIRS);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('leave minutes alone that nobody, or only one, changed', () => {
    fc.assert(
      fc.property(two, ({ mine }) => {
        expect(mergeMinutes(base, base, base)).toEqual(base);
        expect(mergeMinutes(base, mine, base)).toEqual(mine);
        expect(mergeMinutes(base, base, mine)).toEqual(mine);
        expect(sameMinutes(mergeMinutes(mine, mine, mine), mine)).toBe(true);
      }),
    );
  });

  it('lose nothing where one goes on typing while the joined text comes back', () => {
    fc.assert(
      fc.property(two, writing('辰巳午未'), ({ mine, theirs }, more) => {
        const joined = mergeMinutes(base, mine, theirs);
        const typing = written(mine, more);
        const shown = mergeMinutes(mine, typing, joined);
        holdsAll(shown, typing, '辰巳午未');
        holdsAll(shown, theirs, THEIRS);
      }),
      { numRuns: 1000 },
    );
  });
});
