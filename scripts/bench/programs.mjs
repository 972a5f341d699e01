import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Failure } from '../lib/failure.mjs';
import { freePort } from '../lib/ports.mjs';
import { at } from '../lib/workspace.mjs';

const READY_LIMIT = 400_000;
const STOP_LIMIT = 10_000;
const NO_LIMIT = '1000000';

/**
 * Starts our server and waits for its first 200.
 * @param {Record<string, string>} env of the server
 * @returns {Promise<{url: string, readyAfter: number, memory: () => number, stop: () => Promise<void>}>} readyAfter in ms;
 *   memory is what it holds now, in MB
 */
export async function startServer(env) {
  const port = await freePort();
  const began = performance.now();
  const child = fork(at('server/dist/main.js'), [], {
    env: {
      ...process.env,
      WRITES_PER_MINUTE: NO_LIMIT,
      LOG_LEVEL: 'error',
      // Else it would remind people of the thousands of to-dos that the bench makes, while it is measured.
      WORKERS: 'off',
      ...env,
      PORT: String(port),
      HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const url = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(`${url}/readyz`)).ok, child);
  return {
    url,
    readyAfter: performance.now() - began,
    memory: () => residentMegabytes(child.pid),
    stop: () => stop(child),
  };
}

/** Starts the floor over the same database. */
export async function startFloor(databaseUrl, topicId) {
  const port = await freePort();
  const child = fork(fileURLToPath(new URL('floor.mjs', import.meta.url)), [databaseUrl, String(port), topicId]);
  const url = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(`${url}/list`)).ok, child);
  return { url, stop: () => stop(child) };
}

async function until(good, child) {
  const limit = Date.now() + READY_LIMIT;
  for (;;) {
    if (child.exitCode !== null) throw new Failure('A server to be measured did not start (see above).');
    if (await good().catch(() => false)) return;
    if (Date.now() > limit) throw new Failure('A server to be measured did not get ready.');
    await sleep(25);
  }
}

function stop(child) {
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT).unref();
  });
}

/** Linux tells it in /proc; elsewhere it is not measured. */
function residentMegabytes(pid) {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
  } catch {
    return Number.NaN;
  }
}
