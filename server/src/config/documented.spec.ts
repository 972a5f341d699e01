import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** The TypeScript files of a folder and below, without tests, by their path from the root. */
function sources(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => path.join(folder, name));
}

/** Names in the first column of the table under a heading. */
function documented(heading: string): string[] {
  const [, section = ''] = read('docs/deploy/environment.md').split(`## ${heading}\n`);
  const [table = ''] = section.split('\n## ');
  return [...table.matchAll(/^\| `([A-Z0-9_]+)`/gm)].map(([, name]) => name ?? '').toSorted();
}

/** Settings that code reads: as `env.NAME`, or by a function that is given the name first. */
function readBy(files: readonly string[]): string[] {
  const uses = files.flatMap((file) => [...read(file).matchAll(/\benv\.([A-Z][A-Z0-9_]+)|\w\('([A-Z][A-Z0-9_]+)'/g)]);
  return [...new Set(uses.map(([, member, argument]) => member ?? argument ?? ''))].toSorted();
}

describe('the documented settings', () => {
  it('are those that the server reads', () => {
    expect(documented('The server')).toEqual(readBy(sources('server/src/config')));
  });

  it('of a build and an upload are those that they read', () => {
    const files = ['miniprogram/config/index.ts', 'scripts/upload-miniprogram.mjs'];
    const known = readBy(files).filter((name) => name !== 'TARO_ENV');
    expect(documented('Building and uploading the mini-program')).toEqual(known);
  });

  it('are read in one place', () => {
    const elsewhere = sources('server/src').filter((file) =>
      read(file).replaceAll('readConfig(process.env)', '').includes('process.env'),
    );
    expect(elsewhere).toEqual([]);
  });
});
