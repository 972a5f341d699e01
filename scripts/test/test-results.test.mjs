import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { addUp, checkResult, jestResult, slowest } from '../lib/test-results.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'test-results-'));
after(() => rmSync(folder, { recursive: true }));

function jestReport(numbers) {
  const file = path.join(folder, `${Math.random()}.json`);
  const none = {
    numPassedTests: 0,
    numFailedTests: 0,
    numRuntimeErrorTestSuites: 0,
    numPendingTests: 0,
    numTodoTests: 0,
  };
  writeFileSync(file, JSON.stringify({ ...none, testResults: [], ...numbers }));
  return file;
}

const fine = { ok: true, output: 'said' };
const bad = { ok: false, output: 'said' };

test('Jest: what passed, failed and was skipped, and how long each file took', () => {
  const testResults = [{ name: '/a.spec.ts', startTime: 1000, endTime: 1700 }];
  const report = jestReport({ numPassedTests: 5, numPendingTests: 1, numTodoTests: 1, testResults });
  const files = [{ file: '/a.spec.ts', ms: 700 }];
  assert.deepEqual(jestResult(fine, report), { passed: 5, failed: 0, skipped: 2, files, output: '' });
});

test('Jest: a file that could not be run counts as a failure beside the failed tests', () => {
  const result = jestResult(bad, jestReport({ numPassedTests: 5, numFailedTests: 2, numRuntimeErrorTestSuites: 1 }));
  assert.equal(result.failed, 3);
  assert.equal(result.output, 'said');
});

test('Jest: ending badly is a failure even when every test passed or no report was written', () => {
  assert.equal(jestResult(bad, jestReport({ numPassedTests: 5 })).failed, 1);
  assert.equal(jestResult(bad, path.join(folder, 'missing.json')).failed, 1);
  assert.equal(jestResult(fine, path.join(folder, 'missing.json')).failed, 1);
  const cut = path.join(folder, 'cut.json');
  writeFileSync(cut, '{"numPassedTests":');
  assert.equal(jestResult(fine, cut).failed, 1);
});

test('a check counts only when it fails', () => {
  const results = [checkResult(fine), checkResult(bad), jestResult(fine, jestReport({ numPassedTests: 4 }))];
  assert.deepEqual(addUp(results), { passed: 4, failed: 1, skipped: 0 });
});

test('the slowest files come first, whichever stage they are of', () => {
  const results = [
    {
      files: [
        { file: 'a', ms: 1 },
        { file: 'b', ms: 3 },
      ],
    },
    { files: [{ file: 'c', ms: 2 }] },
  ];
  assert.deepEqual(
    slowest(results, 2).map(({ file }) => file),
    ['b', 'c'],
  );
});
