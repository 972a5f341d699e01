import { existsSync } from 'node:fs';
import { Failure } from './failure.mjs';
import { fingerprint, isStamped, stamp, unstamp } from './fingerprint.mjs';
import { run } from './processes.mjs';
import { at, manifest, PACKAGES, pnpmCommand } from './workspace.mjs';

/** Kept inside node_modules so that deleting node_modules forgets it too. */
const STAMP = at('node_modules', '.installed');

const UNREACHABLE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/;

/**
 * The fingerprint of what must be installed; builds count it among their inputs.
 * @returns {string}
 */
export function dependenciesFingerprint() {
  const wanted = ['.', ...PACKAGES].map((folder) => {
    const { packageManager, dependencies, devDependencies } = manifest(folder);
    return JSON.stringify({ packageManager, dependencies, devDependencies });
  });
  return fingerprint(['pnpm-lock.yaml', 'pnpm-workspace.yaml'], [process.platform, process.arch, ...wanted]);
}

/** @returns {boolean} whether everything is installed as the lockfile says */
export function isInstalled() {
  const present = PACKAGES.every((name) => existsSync(at(name, 'node_modules')));
  return present && isStamped(STAMP, dependenciesFingerprint());
}

/** Installs the dependencies exactly as locked, with the pinned pnpm. */
export async function install() {
  unstamp(STAMP);
  // With NODE_ENV=production pnpm would leave out the compilers; CI=true keeps it from asking questions.
  const env = { NODE_ENV: undefined, CI: 'true' };
  const { ok, output } = await run([...pnpmCommand(), 'install', '--frozen-lockfile'], { env });
  if (!ok) {
    const hint = UNREACHABLE.test(output) ? ': the package registry cannot be reached.' : ' (see above).';
    throw new Failure(`The dependencies could not be installed${hint}`, output);
  }
  stamp(STAMP, dependenciesFingerprint());
}
