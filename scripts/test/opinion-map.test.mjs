import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { at, ROOT } from '../lib/workspace.mjs';

let folder;
before(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'votes-'));
  const people = Array.from({ length: 20 }, (_, i) => (i < 12 ? `p${i},1,1` : `p${i},-1,1`));
  writeFileSync(path.join(folder, 'votes.csv'), ['participant,0,1', ...people].join('\n'));
});
after(() => rmSync(folder, { recursive: true }));

/** As npm would: in the workspace, knowing where it was called. */
const ask = (...args) =>
  spawnSync(process.execPath, [at('scripts/opinion-map.mjs'), ...args], {
    cwd: ROOT,
    env: { ...process.env, INIT_CWD: folder },
    encoding: 'utf8',
  });

test('a file named from where npm was called is answered with JSON and nothing else', () => {
  const { status, stdout, stderr } = ask('votes.csv');
  assert.equal(status, 0, stderr);
  assert.equal(stderr, '');
  const answer = JSON.parse(stdout);
  assert.equal(answer.k, 2);
  assert.equal(answer.groups.p19, 1);
  assert.deepEqual(Object.keys(answer), ['k', 'groups', 'consensus', 'representative', 'seconds']);
});

test('what is wrong is one sentence on standard error, and the end is not well', () => {
  const { status, stdout, stderr } = ask('none.csv');
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /^.*none\.csv cannot be read: ENOENT\.\n$/);
});
