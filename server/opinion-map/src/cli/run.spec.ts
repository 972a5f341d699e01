import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { InputError } from './input-error.js';
import { type Answer, run } from './run.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'votes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
const withoutTime = ({ seconds, ...rest }: Answer): Omit<Answer, 'seconds'> => rest;
const PEOPLE = Array.from({ length: 20 }, (_, i) => ({ name: `p${i}`, votes: i < 12 ? [1, 1, 0] : [-1, 1, -1] }));
const plain = ['participant,group-id,0,1,2', ...PEOPLE.map(({ name, votes }) => `${name},,${votes}`)].join('\n');

test('answers groups, consensus and what represents them', () => {
  write('votes.csv', plain);
  const answer = run(['votes.csv'], folder);
  expect(answer).toMatchObject({ k: 2, groups: { p0: 0, p11: 0, p12: 1, p19: 1 } });
  expect(answer.consensus['1']).toBeCloseTo((13 / 14) * (9 / 10), 12);
  expect(answer.representative['0']?.[0]).toMatchObject({ statement: '0', side: 'agree' });
  expect(answer.seconds).toBeGreaterThan(0);
});

test('a byte-order mark, Windows line ends, quotes, decimals, other columns and another order change nothing', () => {
  write('votes.csv', plain);
  const lines = PEOPLE.map(
    ({ name, votes }) => `"a ""b"", c\r\nd",${votes[2]}.0, ${votes[1]} ,"${name}","${votes[0]}"`,
  );
  write('odd.csv', `\uFEFF${['note,2,"1",participant,0', ...lines].join('\r\n')}\r\n\r\n`);
  expect(withoutTime(run(['odd.csv'], folder))).toEqual(withoutTime(run(['votes.csv'], folder)));
});

test('an absolute path and people who never voted are fine', () => {
  write('votes.csv', `${plain}\nsilent,,,,\nshort`);
  expect(run([path.join(folder, 'votes.csv')], '/').groups).toMatchObject({ silent: null, short: null, p0: 0 });
});

test('hidden and meta statements shape no groups, but have their consensus', () => {
  write('votes.csv', plain);
  write('comments.csv', 'is-meta,comment-id,moderated\nfalse,0,-1\ntrue,2,1\nfalse,1,1\nfalse,9,1');
  const answer = run(['votes.csv', '--comments', 'comments.csv'], folder);
  expect(answer.k).toBe(1);
  expect(answer.consensus['0']).toBeCloseTo(13 / 22, 12);
  expect(answer.consensus['9']).toBe(0.5);
});

test('published groups are taken as they are', () => {
  write('votes.csv', 'participant,group-id,5\na,3,1\nb,7.0,-1\nc,,1\nd,3,1');
  expect(run(['votes.csv', '--published-groups'], folder)).toMatchObject({
    k: 2,
    groups: { a: 3, b: 7, c: null, d: 3 },
    consensus: { 5: (3 / 4) * (1 / 3) },
  });
});

test.each([
  ['no file', [], /One file of votes/],
  ['two files', ['votes.csv', 'votes.csv'], /One file of votes/],
  ['an option that is not there', ['votes.csv', '--colour'], /Unknown option '--colour'/],
  ['a file that is not there', ['none.csv'], /none\.csv cannot be read: ENOENT/],
  ['a file without people', ['wrong.csv'], /no column named participant/],
  ['an empty file', ['empty.csv'], /is empty/],
  ['a vote that is none', ['bad.csv'], /bad\.csv, participant a, statement 0: 2 is no vote/],
  ['a quote that does not end', ['quote.csv'], /no proper CSV file/],
  ['published groups of a file without', ['small.csv', '--published-groups'], /no column named group-id/],
])('%s is said in a sentence', (_, args, sentence) => {
  write('votes.csv', plain);
  write('wrong.csv', 'person,0\na,1');
  write('empty.csv', '');
  write('bad.csv', 'participant,0\na,2');
  write('quote.csv', 'participant,0\n"a,1\nb,1');
  write('small.csv', 'participant,0\na,1');
  expect(() => run(args, folder)).toThrow(InputError);
  expect(() => run(args, folder)).toThrow(sentence);
});
