import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { freePort } from './ports.mjs';
import { findProgram } from './programs.mjs';

const START_LIMIT = 20_000;

/** Runs the server until standard input closes: nothing stays behind even when this process is killed outright. */
const KEEPER = `
exec 3<&0
"$@" 3<&- &
server=$!
{ cat <&3 >/dev/null; kill "$server" 2>/dev/null; } &
wait "$server"
`;

/**
 * Starts a Redis of its own: in memory alone, free port on 127.0.0.1. It is gone when stopped or when this process ends.
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 * @throws Failure when Redis is not installed or does not start
 */
export async function startRedis() {
  const server = findProgram('redis-server');
  if (server === null) throw new Failure('Redis is not installed.');
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'sh', server, ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
  for (const handle of [keeper, keeper.stdin, keeper.stdout]) handle.unref();
  const log = [];
  keeper.stdout.on('data', (chunk) => log.push(chunk));
  const said = () => Buffer.concat(log).toString('utf8');
  const hasEnded = () => keeper.exitCode !== null || keeper.signalCode !== null;
  const stop = async () => {
    if (hasEnded()) return;
    const ended = new Promise((resolve) => keeper.once('close', resolve));
    keeper.ref();
    keeper.stdin.end();
    await ended;
  };
  const until = Date.now() + START_LIMIT;
  while (Date.now() < until && !hasEnded()) {
    if (said().includes('Ready to accept connections')) return { url: `redis://127.0.0.1:${port}`, stop };
    await sleep(50);
  }
  await stop();
  throw new Failure('Redis did not start (see above).', said());
}
