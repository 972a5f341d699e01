import { onStopSignal, signalGroup, spawnGroup } from './processes.mjs';
import { ROOT } from './workspace.mjs';

/** How long the server may take to finish what it is doing, in milliseconds. */
const GRACE = 10_000;
/** A Ctrl-C arrives twice, from the terminal and from npm; only a later one is a person insisting. */
const SAME_SIGNAL = 1_000;

/**
 * Runs the server in the foreground until it ends by itself or is asked to.
 * @param {string[]} args for node
 * @param {Record<string, string>} env added to this process's own
 * @returns {Promise<number>} the exit code: 0 when it was asked to end and did so cleanly
 */
export function serve(args, env) {
  const server = spawnGroup(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' });
  let askedAt = null;
  onStopSignal((signal) => {
    if (askedAt === null) {
      askedAt = Date.now();
      signalGroup(server, signal);
      setTimeout(() => signalGroup(server, 'SIGKILL'), GRACE).unref();
    } else if (Date.now() - askedAt > SAME_SIGNAL) {
      signalGroup(server, 'SIGKILL');
    }
  });
  return new Promise((resolve) => {
    server.on('error', (error) => {
      console.error(`The server could not be started: ${error.message}.`);
      resolve(1);
    });
    server.on('close', (code, signal) => {
      const clean = code === 0 || (signal !== null && signal !== 'SIGKILL');
      resolve(askedAt !== null && clean ? 0 : (code ?? 1));
    });
  });
}
