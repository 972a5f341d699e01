import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../lib/ports.mjs';
import { ROOT } from '../lib/workspace.mjs';

const READY_LIMIT = 120_000;
const SECOND_START_LIMIT = 10_000;

let folder;
let port;
before(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'start-'));
  port = await freePort();
});
after(() => rmSync(folder, { recursive: true, force: true }));

function npmStart(env = {}, args = []) {
  const settings = { ...process.env, PORT: String(port), DATA_DIR: path.join(folder, 'data'), ...env };
  const child = spawn('npm', ['start', '--silent', '--', ...args], { cwd: ROOT, env: settings, detached: true });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const ended = new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
  return { child, ended };
}

async function ready({ child }) {
  for (const until = Date.now() + READY_LIMIT; Date.now() < until; await sleep(50)) {
    assert.equal(child.exitCode, null, 'it ended before it was ready');
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
  }
  assert.fail('it never became ready');
}

/** As the terminal does at Ctrl-C: to npm and everything in its group. */
async function pressCtrlC({ child, ended }) {
  process.kill(-child.pid, 'SIGINT');
  return ended;
}

test('it serves app and API on one port, says where, and ends cleanly at Ctrl-C', async () => {
  const started = npmStart();
  await ready(started);
  const page = await fetch(`http://127.0.0.1:${port}/topics`);
  assert.match(await page.text(), /<div id="app">/);
  const { code, output } = await pressCtrlC(started);
  assert.equal(code, 0);
  assert.ok(output.includes(`http://localhost:${port}`), output);
  assert.equal(await fetch(`http://127.0.0.1:${port}/`).catch(() => 'gone'), 'gone');
});

test('a second start builds nothing, keeps the data and is ready within 10 s', async () => {
  const began = Date.now();
  const started = npmStart();
  await ready(started);
  assert.ok(Date.now() - began < SECOND_START_LIMIT);
  const { code, output } = await pressCtrlC(started);
  assert.equal(code, 0);
  assert.doesNotMatch(output, /Building|Installing/);
});

test('SIGTERM to npm alone ends it as cleanly', async () => {
  const started = npmStart();
  await ready(started);
  started.child.kill('SIGTERM');
  assert.equal((await started.ended).code, 0);
});

const refusals = [
  ['a folder where a file is', () => ({ DATA_DIR: path.join(folder, 'file') }), /^Cannot write to .*file.*\.$/],
  ['a port that is none', () => ({ PORT: 'web' }), /^PORT must be a number from 0 to 65535, not "web"\.$/],
];
for (const [what, env, line] of refusals) {
  test(`${what} is refused in one line`, async () => {
    writeFileSync(path.join(folder, 'file'), '');
    const { code, output } = await npmStart(env()).ended;
    assert.equal(code, 1);
    assert.match(output.trim(), line);
  });
}

test('a taken port is refused in one line', async () => {
  const holder = net.createServer();
  await new Promise((resolve) => holder.listen(port, '0.0.0.0', resolve));
  const { code, output } = await npmStart().ended;
  holder.close();
  assert.equal(code, 1);
  assert.match(output.trim(), /^Port \d+ is taken: .*\.$/);
});

test('an unknown option is refused in one line', async () => {
  const { code, output } = await npmStart({}, ['--rest']).ended;
  assert.equal(code, 1);
  assert.match(output.trim(), /^Unknown: --rest\..*$/);
});

test('the first lines read by an old Node use nothing that it cannot parse', () => {
  for (const file of ['start.mjs', 'test.mjs', 'lib/require-node.mjs']) {
    const source = readFileSync(path.join(ROOT, 'scripts', file), 'utf8');
    assert.doesNotMatch(source, /\?\.|\?\?|node:|await |#\w+\(/, file);
  }
});
