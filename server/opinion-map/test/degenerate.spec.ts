import { type OpinionMap, opinionMap } from '../src/opinion-map.js';
import { input, type Triple } from './planted.js';

const everybody = (people: number, statements: number, vote: (person: number, s: number) => number): Triple[] =>
  Array.from({ length: people * statements }, (_, i) => {
    const person = Math.floor(i / statements);
    return [person, i % statements, vote(person, i % statements)];
  });

const mapOf = (people: number, statements: number, votes: Triple[], moderated: number[] = []): OpinionMap =>
  opinionMap(input({ votes, people, statements, truth: [] }, moderated));

function expectFinite(map: OpinionMap): void {
  const numbers = [...map.places, ...map.consensus, ...map.dissent, ...map.extremity];
  for (const { share, lift, score } of map.representative.flat()) numbers.push(share, lift, score);
  expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
}

describe('with too little to go by', () => {
  const none: [string, number, number, Triple[]][] = [
    ['nothing at all', 0, 0, []],
    ['people without statements', 5, 0, []],
    ['statements without people', 0, 5, []],
    ['nobody who voted', 20, 10, []],
    ['one person', 1, 10, everybody(1, 10, () => 1)],
    ['three people', 3, 10, everybody(3, 10, (person) => (person === 0 ? 1 : -1))],
  ];
  test.each(none)('%s makes no map', (_, people, statements, votes) => {
    const map = mapOf(people, statements, votes);
    expect(map).toMatchObject({ k: 0, sizes: [], representative: [], divisive: [] });
    expect(Array.from(map.groups)).toEqual(new Array(people).fill(-1));
    expectFinite(map);
  });

  test('without groups consensus is that of all', () => {
    expect(mapOf(1, 1, [[0, 0, 1]]).consensus[0]).toBeCloseTo(2 / 3, 12);
  });

  test.each([
    ['agree to everything', (): number => 1],
    ['pass everything', (): number => 0],
    ['agree to some and disagree with the rest', (_: number, s: number): number => (s % 2 ? 1 : -1)],
  ])('people who all %s are one group', (_, vote) => {
    const map = mapOf(30, 10, everybody(30, 10, vote));
    expect(map).toMatchObject({ k: 1, sizes: [30], divisive: [] });
    expectFinite(map);
  });

  test('a single statement divides those for it from those against it', () => {
    const map = mapOf(
      30,
      1,
      everybody(30, 1, (person) => (person < 20 ? 1 : -1)),
    );
    expect(map).toMatchObject({ k: 2, sizes: [20, 10] });
    expectFinite(map);
  });

  test('where all statements are hidden, all stand together', () => {
    const map = mapOf(
      30,
      3,
      everybody(30, 3, (person) => (person % 2 ? 1 : -1)),
      [0, 1, 2],
    );
    expect(map).toMatchObject({ k: 1, sizes: [30], majority: { agree: [], disagree: [] } });
    expectFinite(map);
  });

  test('one against many is no group', () => {
    expect(
      mapOf(
        10,
        8,
        everybody(10, 8, (person) => (person === 0 ? -1 : 1)),
      ),
    ).toMatchObject({ k: 1, sizes: [10] });
  });
});

test.each([
  ['a person that is not there', { rows: Int32Array.of(2) }],
  ['a statement that is not there', { columns: Int32Array.of(-1) }],
  ['a vote that is none', { votes: Int8Array.of(2) }],
  ['arrays of different lengths', { rows: Int32Array.of(0, 0) }],
  ['a list of hidden statements of another length', { moderated: new Uint8Array(3) }],
])('%s is refused', (_, wrong) => {
  const right = { participants: 2, statements: 1, rows: Int32Array.of(0), columns: Int32Array.of(0) };
  const whole = { ...right, votes: Int8Array.of(1), moderated: new Uint8Array(1) };
  expect(() => opinionMap(whole)).not.toThrow();
  expect(() => opinionMap({ ...whole, ...wrong })).toThrow(RangeError);
});
