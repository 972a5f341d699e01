import { spawn } from 'node:child_process';
import { ROOT } from './workspace.mjs';

/** Children that still run, each leading its own process group. */
const running = new Set();

// Whatever way this process ends, nothing that it started outlives it.
process.on('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL');
});

/** The signals by which a person or a supervisor ends a command, with their numbers. */
const STOP_SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
let stop = (signal) => process.exit(128 + STOP_SIGNALS[signal]);
for (const signal of Object.keys(STOP_SIGNALS)) process.on(signal, () => stop(signal));

/**
 * Says what a stop signal does from now on; until then it ends this process at once, with its children.
 * @param {(signal: NodeJS.Signals) => void} handler
 */
export function onStopSignal(handler) {
  stop = handler;
}

/**
 * Runs a command in the workspace and gathers what it prints. It leads a process group of its own, so that a
 * Ctrl-C in the terminal reaches this process alone, which then decides how its children end.
 * @param {string[]} command
 * @param {{cwd?: string, env?: Record<string, string | undefined>, limit?: number}} [options] env is added to this
 *   process's own; limit is how long it may take, in milliseconds
 * @returns {Promise<{ok: boolean, output: string}>} never rejects; a command that cannot be run is not ok
 */
export function run([file, ...args], { cwd = ROOT, env = {}, limit } = {}) {
  return new Promise((resolve) => {
    const child = spawnGroup(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    const output = () => Buffer.concat(chunks).toString('utf8');
    const timer =
      limit &&
      setTimeout(() => {
        chunks.push(Buffer.from(`\nStopped: it took longer than ${limit / 60_000} minutes.\n`));
        signalGroup(child, 'SIGKILL');
      }, limit);
    child.on('error', (error) => resolve({ ok: false, output: `${output()}${file}: ${error.message}\n` }));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ ok: code === 0, output: output() });
    });
  });
}

/**
 * Starts a long-lived child in its own process group; it is killed when this process ends.
 * @param {string} file
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options env is added to this process's own
 */
export function spawnGroup(file, args, { env, ...options }) {
  const child = spawn(file, args, { ...options, env: { ...process.env, ...env }, detached: true });
  running.add(child);
  child.on('close', () => running.delete(child));
  child.on('error', () => running.delete(child));
  return child;
}

/** Sends a signal to a child and everything that it started. */
export function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
