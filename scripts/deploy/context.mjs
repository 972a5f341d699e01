import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { run } from '../lib/processes.mjs';
import { at, ROOT } from '../lib/workspace.mjs';

/**
 * Copies what Docker would be sent from a clean checkout: the files that git knows, less what .dockerignore names.
 * @param {string} target an empty folder
 * @throws Failure where there is no git
 */
export async function copyContext(target) {
  const { ok, output } = await run(['git', '-c', 'core.quotepath=off', 'ls-files']);
  if (!ok) throw new Failure('The check copies what git knows, and git did not answer.', output);
  const ignored = readIgnored(readFileSync(at('.dockerignore'), 'utf8'));
  for (const file of output
    .trim()
    .split('\n')
    .filter((name) => !ignored(name))) {
    mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    copyFileSync(path.join(ROOT, file), path.join(target, file));
  }
}

/**
 * @param {string} text of a .dockerignore without exceptions (!)
 * @returns {(file: string) => boolean} whether a file is left out
 */
export function readIgnored(text) {
  const patterns = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const rules = patterns.map((pattern) => {
    const source = pattern
      .trim()
      .replace(/[.+]/g, '\\$&')
      .replace(/^\*\*\//, '(?:.*/)?')
      .replace(/(?<!\.)\*/g, '[^/]*');
    return new RegExp(`^${source}(?:/|$)`);
  });
  return (file) => rules.some((rule) => rule.test(file));
}
