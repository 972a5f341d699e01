// Prints how large the client's builds are and fails above the limits.
// WeChat takes 2 MB a package; half of it leaves room. H5: what a first visit loads, gzipped.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const MAIN_MAX = 1024 * 1024;
const SUBPACKAGE_MAX = 1024 * 1024;
const H5_FIRST_LOAD_MAX = 250 * 1024;

const dist = path.resolve(import.meta.dirname, '../miniprogram/dist');
const asJson = process.argv.includes('--json');

/** Every file below a folder, with its size in bytes. */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { name: path.relative(folder, file).split(path.sep).join('/'), bytes: statSync(file).size };
    });
}

/** The main package and each subpackage of the weapp build. */
function weappSizes() {
  const folder = path.join(dist, 'weapp');
  const app = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8'));
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => `${root.replace(/^\/|\/$/g, '')}/`);
  const sizes = new Map([['main', 0], ...roots.map((root) => [root, 0])]);
  // The developer tools leave these out of an upload.
  const shipped = filesBelow(folder).filter(({ name }) => !/\.(map|LICENSE\.txt)$|^project\./.test(name));
  for (const { name, bytes } of shipped) {
    const root = roots.find((prefix) => name.startsWith(prefix)) ?? 'main';
    sizes.set(root, sizes.get(root) + bytes);
  }
  return [...sizes].map(([name, bytes]) => ({
    name: `weapp ${name}`,
    bytes,
    max: name === 'main' ? MAIN_MAX : SUBPACKAGE_MAX,
  }));
}

/** The scripts of the app and of its first page, gzipped; the build writes down which they are. */
function h5FirstLoad() {
  const files = JSON.parse(readFileSync(path.join(dist, 'h5-first-load.json'), 'utf8'));
  const bytes = files
    .map((file) => gzipSync(readFileSync(path.join(dist, 'h5', file))).length)
    .reduce((sum, size) => sum + size, 0);
  return { name: `h5 first load, gzipped (${files.length} scripts)`, bytes, max: H5_FIRST_LOAD_MAX };
}

const rows = [...weappSizes(), h5FirstLoad()];
if (asJson) {
  console.log(JSON.stringify(rows));
} else {
  for (const { name, bytes, max } of rows) {
    const kilobytes = (bytes / 1024).toFixed(0).padStart(5);
    console.log(`${kilobytes} kB of ${max / 1024} kB  ${name}${bytes > max ? '  TOO LARGE' : ''}`);
  }
}
process.exitCode = rows.some(({ bytes, max }) => bytes > max) ? 1 : 0;
