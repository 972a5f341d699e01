import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { freePort } from './ports.mjs';
import { run, signalGroup, spawnGroup } from './processes.mjs';
import { findProgram } from './programs.mjs';

const START_LIMIT = 60_000;
const STOP_LIMIT = 20_000;
/** Between asking for a free port and using it, another process may take it. */
const ATTEMPTS = 3;

/** Tests throw their data away, so nothing needs to reach the disk in time. */
const RELAXED = ['--innodb-flush-method=nosync', '--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=OFF'];

/**
 * Starts a MariaDB of its own: private data folder, free port on 127.0.0.1, user root without password. It is
 * gone when stopped or when this process ends.
 * @param {{durable?: boolean, bufferPool?: string}} [options] durable keeps MariaDB's own disk settings, for
 *   measuring; bufferPool is InnoDB's memory
 * @returns {Promise<{url: string, stop: () => Promise<void>}>} url has no database name: make your own
 * @throws Failure when MariaDB is not installed or does not start
 */
export async function startMariadb({ durable = false, bufferPool = '256M' } = {}) {
  const server = findProgram('mariadbd');
  const installer = findProgram('mariadb-install-db');
  if (server === null || installer === null) throw new Failure('MariaDB is not installed.');
  // Short: a socket's path may have 107 characters, and macOS's temporary folder uses half of them.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mdb-'));
  const forget = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.on('exit', forget);
  const dataFolder = path.join(folder, 'data');
  // mariadbd refuses to run as root unless told that it is meant.
  const account = process.getuid() === 0 ? ['--user=root'] : [];
  try {
    const install = ['--no-defaults', `--datadir=${dataFolder}`, '--auth-root-authentication-method=normal'];
    const made = await run([installer, ...install, '--skip-test-db', ...account]);
    if (!made.ok) throw new Failure('MariaDB could not make its data folder (see above).', made.output);
    const options = [
      '--no-defaults',
      `--datadir=${dataFolder}`,
      `--socket=${path.join(folder, 's')}`,
      `--pid-file=${path.join(folder, 'pid')}`,
      `--log-error=${path.join(folder, 'log')}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_bin',
      '--max-connections=300',
      `--innodb-buffer-pool-size=${bufferPool}`,
      ...(durable ? [] : RELAXED),
      ...account,
    ];
    const { child, port } = await launch(server, options, path.join(folder, 'log'));
    const stop = async () => {
      await end(child);
      process.off('exit', forget);
      forget();
    };
    return { url: `mysql://root@127.0.0.1:${port}`, stop };
  } catch (error) {
    process.off('exit', forget);
    forget();
    throw error;
  }
}

async function launch(server, options, log) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = spawnGroup(server, [...options, `--port=${port}`], { stdio: 'ignore' });
    if (await isReady(child, port)) return { child, port };
    await end(child);
    const output = readLog(log);
    if (attempt === ATTEMPTS || !output.includes('Address already in use')) {
      throw new Failure('MariaDB did not start (see above).', output);
    }
  }
}

function readLog(log) {
  try {
    return readFileSync(log, 'utf8');
  } catch {
    return '';
  }
}

async function isReady(child, port) {
  const until = Date.now() + START_LIMIT;
  while (Date.now() < until && hasNotEnded(child)) {
    if (await greets(port)) return hasNotEnded(child);
    await sleep(50);
  }
  return false;
}

/** A MariaDB that takes connections speaks first. */
function greets(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    const answer = (value) => {
      socket.destroy();
      resolve(value);
    };
    socket.once('data', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('close', () => answer(false));
    socket.setTimeout(2_000, () => answer(false));
  });
}

const hasNotEnded = (child) => child.pid !== undefined && child.exitCode === null && child.signalCode === null;

async function end(child) {
  if (!hasNotEnded(child)) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), STOP_LIMIT);
  await ended;
  clearTimeout(timer);
}
