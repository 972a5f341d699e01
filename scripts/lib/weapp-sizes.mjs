import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Every file below a folder, with its size in bytes. */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { name: path.relative(folder, file).split(path.sep).join('/'), bytes: statSync(file).size };
    });
}

/**
 * How large the packages of a weapp build are when they are uploaded.
 * @param {string} folder of the build
 * @returns {{name: string, bytes: number}[]} `main`, and each subpackage by its root
 */
export function packageSizes(folder) {
  const app = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8'));
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => `${root.replace(/^\/|\/$/g, '')}/`);
  const sizes = new Map([['main', 0], ...roots.map((root) => [root, 0])]);
  // The developer tools leave these out of an upload.
  const shipped = filesBelow(folder).filter(({ name }) => !/\.(map|LICENSE\.txt)$|^project\./.test(name));
  for (const { name, bytes } of shipped) {
    const root = roots.find((prefix) => name.startsWith(prefix)) ?? 'main';
    sizes.set(root, sizes.get(root) + bytes);
  }
  return [...sizes].map(([name, bytes]) => ({ name, bytes }));
}
