// Prints how large the client's builds are and fails above the limits.
// WeChat takes 2 MB a package; half of it leaves room. H5: what a first visit loads, gzipped.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageSizes } from './lib/weapp-sizes.mjs';

const MAIN_MAX = 1024 * 1024;
const SUBPACKAGE_MAX = 1024 * 1024;
const H5_FIRST_LOAD_MAX = 250 * 1024;

const dist = path.resolve(import.meta.dirname, '../miniprogram/dist');
const asJson = process.argv.includes('--json');

/** The main package and each subpackage of the weapp build. */
function weappSizes() {
  return packageSizes(path.join(dist, 'weapp')).map(({ name, bytes }) => ({
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
