import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { choose, schedule } from '../lib/schedule.mjs';

const stage = (name, needs = [], lanes = 1) => ({ name, needs, lanes });

async function record(stages, lanes, failing = []) {
  const log = [];
  let busy = 0;
  let mostBusy = 0;
  const run = async ({ name, lanes: width }) => {
    busy += Math.min(width, lanes);
    mostBusy = Math.max(mostBusy, busy);
    log.push(`+${name}`);
    await sleep(5);
    log.push(`-${name}`);
    busy -= Math.min(width, lanes);
    return failing.includes(name) ? 'failed' : 'fine';
  };
  const results = await schedule(
    stages,
    lanes,
    run,
    (result) => result !== 'fine',
    () => 'skipped',
  );
  return { log, mostBusy, results: Object.fromEntries(results) };
}

test('a stage begins only when everything that it needs is done', async () => {
  const { log } = await record([stage('c', ['a', 'b']), stage('a'), stage('b', ['a'])], 2);
  assert.deepEqual(log, ['+a', '-a', '+b', '-b', '+c', '-c']);
});

test('no more lanes are used than there are, and a wide stage has them to itself', async () => {
  const { log, mostBusy } = await record([stage('a'), stage('b'), stage('wide', [], 2), stage('c')], 2);
  assert.equal(mostBusy, 2);
  const inside = log.slice(log.indexOf('+wide') + 1, log.indexOf('-wide'));
  assert.deepEqual(inside, []);
});

test('a stage made for two lanes runs where there is only one', async () => {
  const { results } = await record([stage('wide', [], 2), stage('a')], 1);
  assert.deepEqual(results, { wide: 'fine', a: 'fine' });
});

test('what needs a failed stage is not run, and neither is what needs that', async () => {
  const { log, results } = await record([stage('a'), stage('b', ['a']), stage('c', ['b']), stage('d')], 2, ['a']);
  assert.deepEqual(results, { a: 'failed', d: 'fine', b: 'skipped', c: 'skipped' });
  assert.ok(!log.includes('+b') && !log.includes('+c'));
});

test('a chosen stage brings what it needs, in the order of the table', () => {
  const stages = [stage('build:a'), stage('build:b', ['build:a']), stage('lint'), stage('x', ['build:b'])];
  const names = (chosen) => choose(stages, chosen).chosen.map(({ name }) => name);
  assert.deepEqual(names(['x']), ['build:a', 'build:b', 'x']);
  assert.deepEqual(names(['lint', 'build']), ['build:a', 'build:b', 'lint']);
  assert.deepEqual(names([]), ['build:a', 'build:b', 'lint', 'x']);
  assert.deepEqual(choose(stages, ['lint', 'nothing']).unknown, ['nothing']);
});
