import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';

/** The folder of the whole workspace, absolute. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What the commands remember between runs (stamps, test results); safe to delete. */
export const CACHE = path.join(ROOT, '.cache');

/** The packages, in the order in which they need each other. */
export const PACKAGES = ['shared', 'scripts/wechat-standin', 'server/opinion-map', 'server', 'miniprogram'];

/** @returns {string} the absolute path of a file or folder of the workspace */
export function at(...parts) {
  return path.join(ROOT, ...parts);
}

/** @returns {object} the package.json of a package, '.' being the workspace itself */
export function manifest(folder) {
  return JSON.parse(readFileSync(at(folder, 'package.json'), 'utf8'));
}

/** @returns {string[]} the command line that runs the pnpm pinned by package.json, e.g. ['npx', '--yes', 'pnpm@1.2.3'] */
export function pnpmCommand() {
  return ['npx', '--yes', manifest('.').packageManager];
}

/**
 * @param {string} folder the package, relative to the workspace; '.' is the workspace itself
 * @param {string} script its script in package.json
 * @param {string[]} [args] handed to the script
 * @throws Failure when the package has no such script: npm would only end badly, without a word
 * @returns {{command: string[], cwd: string}} npm, not pnpm: pnpm through npx takes 3 s to start, npm 0.2 s
 */
export function packageScript(folder, script, args = []) {
  if (manifest(folder).scripts?.[script] === undefined) {
    throw new Failure(`${folder}/package.json has no script "${script}".`);
  }
  return { command: ['npm', 'run', '--silent', script, '--', ...args], cwd: at(folder) };
}
