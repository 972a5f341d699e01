import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transformFile } from '@swc/core';

const SERVER = path.resolve(import.meta.dirname, '../../..');
const CHILD = 'test/support/crash/child';

/**
 * The server as it is now, for processes of their own: nothing but a test's own transformer knows how to read its
 * source. Lies within the package, whose dependencies it finds there.
 */
export async function compileServer(): Promise<{ program: string; remove(): Promise<void> }> {
  const cache = path.join(SERVER, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, 'crash-'));
  const names = await readdir(path.join(SERVER, 'src'), { recursive: true });
  const sources = names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => path.join('src', name));
  await Promise.all([...sources, `${CHILD}.ts`].map((name) => compile(name, folder)));
  return {
    program: path.join(folder, `${CHILD}.js`),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function compile(name: string, folder: string): Promise<void> {
  const { code } = await transformFile(path.join(SERVER, name), {
    configFile: false,
    swcrc: false,
    module: { type: 'es6' },
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
    },
  });
  const file = path.join(folder, name.replace(/\.ts$/, '.js'));
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, code);
}
