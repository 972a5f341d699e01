import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at, ROOT } from './workspace.mjs';

/** Made by builds and installs, so never an input. */
const MADE = new Set(['node_modules', 'dist', '.swc']);

/**
 * One value that changes when any of the files does. Content, not times: a fresh checkout of the same source
 * is the same source.
 * @param {string[]} inputs files and folders, relative to the workspace; a missing one counts as missing
 * @param {string[]} [also] further text that matters, such as a setting or another fingerprint
 * @returns {string} hexadecimal
 */
export function fingerprint(inputs, also = []) {
  const hash = createHash('sha256');
  for (const text of also) hash.update(`${text}\0`);
  for (const input of inputs) {
    for (const file of filesUnder(at(input))) {
      hash
        .update(`${path.relative(ROOT, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

function filesUnder(target) {
  if (!existsSync(target)) return [];
  if (!statSync(target).isDirectory()) return [target];
  return readdirSync(target, { withFileTypes: true })
    .filter((entry) => !MADE.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesUnder(path.join(target, entry.name)));
}

/** @returns {boolean} whether the stamp file holds this value */
export function isStamped(file, value) {
  return existsSync(file) && readFileSync(file, 'utf8') === value;
}

/** Remembers that the work of this value is done. */
export function stamp(file, value) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, value);
}

/** Forgets it, before the work begins: work that was cut short must not pass for done. */
export function unstamp(file) {
  rmSync(file, { force: true });
}
