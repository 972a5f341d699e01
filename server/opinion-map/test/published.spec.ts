import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readCsv } from '../src/cli/csv.js';
import { type Answer, run } from '../src/cli/run.js';
import { adjustedRandIndex } from '../src/rand-index.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'opinion-map-'));
  for (const name of ['bg2050', 'biodiversity']) {
    for (const part of ['comments', 'participants-votes']) {
      const packed = readFileSync(new URL(`data/${name}-${part}.csv.gz`, import.meta.url));
      writeFileSync(path.join(folder, `${name}-${part}.csv`), gunzipSync(packed));
    }
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const map = (name: string, ...options: string[]): Answer =>
  run([`${name}-participants-votes.csv`, '--comments', `${name}-comments.csv`, ...options], folder);

/** A column of a published file by the row's name. */
function column(file: string, key: string, value: string): Map<string, string> {
  const csv = readCsv(path.join(folder, file));
  const found = new Map<string, string>();
  csv.eachRow((cells) => found.set(cells[csv.names.indexOf(key)] as string, cells[csv.names.indexOf(value)] as string));
  return found;
}

test('the published group-informed consensus comes out for every statement of bg2050', () => {
  const published = column('bg2050-comments.csv', 'comment-id', 'group-informed-consensus');
  const { consensus, k } = map('bg2050', '--published-groups');
  expect(k).toBe(2);
  expect(published.size).toBe(371);
  const apart = [...published].map(([id, value]) => Math.abs((consensus[id] as number) - Number(value)));
  expect(Math.max(...apart)).toBeLessThan(1e-12);
});

test.each(['bg2050', 'biodiversity'])('the groups of %s come out as published', (name) => {
  const published = [...column(`${name}-participants-votes.csv`, 'participant', 'group-id')];
  const { groups, k } = map(name);
  const both = published.filter(([person, group]) => group !== '' && groups[person] !== null);
  expect(k).toBe(2);
  const likeness = adjustedRandIndex(
    both.map(([person]) => groups[person] as number),
    both.map(([, group]) => Number(group)),
    2,
    2,
  );
  expect(likeness).toBeGreaterThanOrEqual(0.95);
});

test.each(['bg2050', 'biodiversity'])('who is left out of %s is as published', (name) => {
  const published = [...column(`${name}-participants-votes.csv`, 'participant', 'group-id')];
  const { groups } = map(name);
  expect(published.filter(([person, group]) => (group === '') !== (groups[person] === null))).toEqual([]);
});
