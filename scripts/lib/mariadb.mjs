import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { freePort } from './ports.mjs';
import { run, signalGroup } from './processes.mjs';
import { findProgram } from './programs.mjs';

const START_LIMIT = 60_000;
const STOP_LIMIT = 20_000;
/** Between asking for a free port and using it, another process may take it. */
const ATTEMPTS = 3;

/** Tests throw their data away, so nothing needs to reach the disk in time. */
const RELAXED = ['--innodb-flush-method=nosync', '--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=OFF'];

/**
 * Runs the server until standard input closes, then stops it and removes its folder. The input is a pipe from this
 * process, so that nothing stays behind even when this process is killed outright.
 */
const KEEPER = `
folder=$1
shift
exec 3<&0
"$@" 3<&- &
server=$!
{ cat <&3 >/dev/null; kill "$server" 2>/dev/null; } &
wait "$server"
rm -rf "$folder"
`;

/**
 * Starts a MariaDB of its own: private data folder, free port on 127.0.0.1, user root without password. It is
 * gone when stopped or when this process ends.
 * @param {{durable?: boolean, bufferPool?: string}} [options] durable keeps MariaDB's own disk settings, for
 *   measuring; bufferPool is InnoDB's memory
 * @returns {Promise<{url: string, stop: () => Promise<void>}>} url has no database name: make your own
 * @throws Failure when MariaDB is not installed or does not start
 */
export async function startMariadb({ durable = false, bufferPool = '256M' } = {}) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryStart([`--innodb-buffer-pool-size=${bufferPool}`, ...(durable ? [] : RELAXED)]);
    } catch (error) {
      if (attempt === ATTEMPTS || !error.output?.includes('Address already in use')) throw error;
    }
  }
}

async function tryStart(settings) {
  const server = findProgram('mariadbd');
  const installer = findProgram('mariadb-install-db');
  if (server === null || installer === null) throw new Failure('MariaDB is not installed.');
  // Short: a socket's path may have 107 characters, and macOS's temporary folder uses half of them.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mdb-'));
  const dataFolder = path.join(folder, 'data');
  const temporary = path.join(folder, 'tmp');
  mkdirSync(temporary);
  // Another one that starts removes from a shared folder for temporary files what looks like its own.
  const env = { ...process.env, TMPDIR: temporary };
  // mariadbd refuses to run as root unless told that it is meant.
  const account = process.getuid() === 0 ? ['--user=root'] : [];
  const install = ['--no-defaults', `--datadir=${dataFolder}`, '--auth-root-authentication-method=normal'];
  const made = await run([installer, ...install, '--skip-test-db', ...account], { env });
  if (!made.ok) {
    rmSync(folder, { recursive: true, force: true });
    throw new Failure('MariaDB could not make its data folder (see above).', made.output);
  }
  const port = await freePort();
  const options = [
    '--no-defaults',
    `--datadir=${dataFolder}`,
    `--socket=${path.join(folder, 's')}`,
    `--pid-file=${path.join(folder, 'pid')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_bin',
    '--max-connections=300',
    ...settings,
    ...account,
  ];
  const command = ['-c', KEEPER, 'sh', folder, server, ...options];
  const keeper = spawn('/bin/sh', command, { detached: true, env, stdio: ['pipe', 'ignore', 'pipe'] });
  // A database that nobody stopped must not keep this process from ending, which stops it.
  for (const handle of [keeper, keeper.stdin, keeper.stderr]) handle.unref();
  const log = [];
  keeper.stderr.on('data', (chunk) => log.push(chunk));
  const said = () => Buffer.concat(log).toString('utf8');
  const stop = () => end(keeper);
  if (await isReady(keeper, said)) return { url: `mysql://root@127.0.0.1:${port}`, stop };
  await stop();
  throw new Failure('MariaDB did not start (see above).', said());
}

async function isReady(keeper, said) {
  const until = Date.now() + START_LIMIT;
  while (Date.now() < until && hasNotEnded(keeper)) {
    if (said().includes('ready for connections')) return true;
    await sleep(50);
  }
  return false;
}

const hasNotEnded = (child) => child.exitCode === null && child.signalCode === null;

async function end(keeper) {
  if (!hasNotEnded(keeper)) return;
  const ended = new Promise((resolve) => keeper.once('close', resolve));
  keeper.ref();
  keeper.stdin.end();
  const timer = setTimeout(() => signalGroup(keeper, 'SIGKILL'), STOP_LIMIT);
  await ended;
  clearTimeout(timer);
}
