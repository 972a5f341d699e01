import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import net from 'node:net';
import { test } from 'node:test';
import { startMariadb } from '../lib/mariadb.mjs';

const accepts = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

test('two can run at once, each on its own port, and are gone when stopped', async () => {
  const databases = await Promise.all([startMariadb(), startMariadb()]);
  const ports = databases.map(({ url }) => Number(new URL(url).port));
  assert.notEqual(ports[0], ports[1]);
  assert.deepEqual(await Promise.all(ports.map(accepts)), [true, true]);
  await Promise.all(databases.map((database) => database.stop()));
  assert.deepEqual(await Promise.all(ports.map(accepts)), [false, false]);
});

test('it does not outlive a process that is killed outright', async () => {
  const library = new URL('../lib/mariadb.mjs', import.meta.url).href;
  // The timer keeps the program alive; the database itself does not.
  const program = `import(${JSON.stringify(library)}).then((m) => m.startMariadb()).then((db) => {
    console.log(db.url);
    setTimeout(() => {}, 60_000);
  })`;
  const child = spawn(process.execPath, ['--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data).trim())));
  const port = Number(new URL(url).port);
  assert.equal(await accepts(port), true);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('close', resolve));
  for (let tries = 0; tries < 50 && (await accepts(port)); tries += 1) await new Promise((r) => setTimeout(r, 100));
  assert.equal(await accepts(port), false);
});
