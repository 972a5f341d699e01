import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fingerprint } from '../lib/fingerprint.mjs';
import { CACHE, ROOT } from '../lib/workspace.mjs';

let folder;
const of = (...also) => fingerprint([path.relative(ROOT, folder)], also);
const write = (name, text) => writeFileSync(path.join(folder, name), text);

beforeEach(() => {
  mkdirSync(CACHE, { recursive: true });
  folder = mkdtempSync(path.join(CACHE, 'fingerprint-'));
  mkdirSync(path.join(folder, 'deep'));
  write('a.ts', '1');
  write('deep/b.ts', '2');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the same content has the same fingerprint, whatever the times', () => {
  const before = of();
  write('a.ts', '1');
  utimesSync(path.join(folder, 'a.ts'), 0, 0);
  assert.equal(of(), before);
});

test('changed, added, renamed and removed files change it', () => {
  const seen = [of()];
  const changes = [
    () => write('deep/b.ts', '3'),
    () => write('c.ts', ''),
    () => renameSync(path.join(folder, 'c.ts'), path.join(folder, 'd.ts')),
    () => rmSync(path.join(folder, 'a.ts')),
  ];
  for (const change of changes) {
    change();
    seen.push(of());
  }
  assert.equal(new Set(seen).size, seen.length);
});

test('a setting changes it; what builds make does not', () => {
  const before = of('setting=1');
  assert.notEqual(of('setting=2'), before);
  mkdirSync(path.join(folder, 'dist'));
  write('dist/made.js', '');
  assert.equal(of('setting=1'), before);
});

test('a missing input is an input', () => {
  assert.doesNotThrow(() => fingerprint(['no/such/file']));
});
