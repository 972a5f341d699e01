import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';
import { BUILDS, build, isBuilt } from '../lib/builds.mjs';
import { Failure, showFailure } from '../lib/failure.mjs';
import { startMariadb } from '../lib/mariadb.mjs';
import { run } from '../lib/processes.mjs';
import { step } from '../lib/say.mjs';
import { at } from '../lib/workspace.mjs';
import { benchLive } from './live.mjs';
import { CONNECTIONS } from './load.mjs';
import { startServer } from './programs.mjs';
import { seedCounty, seedFigures } from './seed.mjs';
import { prepare } from './subject.mjs';
import { measureAll, ROUNDS } from './turns.mjs';

const SIZES = [1_000, 1_000_000];
/** What reads have to reach: a share of the floor's req/s, and how much slower p50 may be at the larger size. */
const SHARE = 0.5;
const GROWTH = 1.3;

/**
 * Measures our endpoints against their floors and a small county against a large one in one run, turn about, and prints tables.
 * @param {string[]} args `--sizes 1000,100000,1000000` measures at other sizes; `--json FILE` writes the figures down too; `--quick` makes
 *   one short round, and weighs no packages; `--live` measures open sessions instead
 */
export async function bench(args) {
  try {
    if (args.includes('--live')) {
      await benchLive();
      return;
    }
    const figures = await measure(args.includes('--quick'), sizesIn(args));
    print(figures);
    const file = args[args.indexOf('--json') + 1];
    if (args.includes('--json') && file) writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
  } catch (error) {
    showFailure(error);
    process.exitCode = 1;
  }
}

/** The smallest one first: the others are held against it. */
function sizesIn(args) {
  const asked = args.includes('--sizes') ? (args[args.indexOf('--sizes') + 1] ?? '').split(',').map(Number) : SIZES;
  if (asked.length < 2 || !asked.every((size) => Number.isInteger(size) && size > 0)) {
    throw new Failure('--sizes needs at least two numbers of topics, such as 1000,100000.');
  }
  return asked.sort((a, b) => a - b);
}

async function measure(quick, sizes) {
  for (const name of ['shared', 'opinion-map', 'server', ...(quick ? [] : ['h5', 'weapp'])]) {
    if (!isBuilt(name)) await step(`Building the ${BUILDS[name].title}`, () => build(name));
  }
  const packages = quick ? [] : await packageSizes();
  // Made of what is built only now.
  const { seedSearch } = await import('./seed-search.mjs');
  const mariadb = await startMariadb({ durable: true, bufferPool: '1G' });
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  const running = [];
  try {
    const subjects = [];
    let start = {};
    for (const size of sizes) {
      const databaseUrl = await makeDatabase(mariadb.url, `bench_${size}`);
      const env = { DATABASE_URL: databaseUrl, DATA_DIR: path.join(dataDir, String(size)) };
      // The first start loads the demo county; the second is what an operator waits for.
      await step('Loading the demo county', async () => (await startServer(env)).stop());
      await step(`Seeding ${size} topics`, async () => {
        await seedCounty(databaseUrl, size);
        await seedFigures(databaseUrl);
        await seedSearch(databaseUrl, size);
      });
      const server = await startServer(env);
      running.push(server);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      start = { readyAfterMs: Math.round(server.readyAfter), idleMemoryMb: server.memory() };
      const { cases, stop } = await prepare(server, databaseUrl);
      running.push({ stop });
      subjects.push({ size, cases });
    }
    const endpoints = await measureAll(subjects, quick);
    return { connections: CONNECTIONS, endpoints, growth: growth(endpoints, sizes), start, sizes: packages };
  } finally {
    for (const { stop } of running) await stop();
    await mariadb.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function makeDatabase(url, name) {
  const db = await createConnection(url);
  await db.query(`CREATE DATABASE ${name}`);
  await db.end();
  return `${url.replace(/^mysql:/, 'mariadb:')}/${name}`;
}

function growth(endpoints, [smallest]) {
  const small = new Map(endpoints.filter(({ size }) => size === smallest).map((one) => [one.name, one]));
  return endpoints
    .filter(({ size }) => size !== smallest)
    .map(({ name, size, first, rows, ours }) => ({
      name,
      size,
      rows: rows === undefined ? '' : `${small.get(name).rows} → ${rows}`,
      isEven: rows === small.get(name).rows,
      small: small.get(name).ours.p50,
      large: ours.p50,
      first,
      ratio: Number((ours.p50 / small.get(name).ours.p50).toFixed(2)),
    }));
}

async function packageSizes() {
  const { output } = await run(['node', at('scripts/check-sizes.mjs'), '--json']);
  return JSON.parse(output).map(({ name, bytes }) => ({ name, kilobytes: Math.round(bytes / 1024) }));
}

function print({ endpoints, growth: grown, start, sizes: packages }) {
  console.log(`\n${CONNECTIONS} connections, ${ROUNDS} rounds turn about; req/s, p50 and p99 in ms`);
  console.table(
    endpoints.map(({ name, size, isWrite, ours, floor, ratio }) => ({
      endpoint: name,
      topics: size,
      'ours req/s': ours.perSecond,
      p50: ours.p50,
      p99: ours.p99,
      'floor req/s': floor.perSecond,
      'floor p50': floor.p50,
      'floor p99': floor.p99,
      ratio,
      reached: isWrite || ratio === null ? '' : ratio >= SHARE ? 'yes' : `no (${SHARE})`,
    })),
  );
  console.table(
    grown.map(({ name, size, rows, isEven, small, large, first, ratio }) => ({
      endpoint: name,
      topics: size,
      rows,
      'first call': first,
      p50: large,
      'p50 smallest': small,
      'over smallest': ratio,
      reached: ratio <= GROWTH ? 'yes' : isEven ? `no (${GROWTH})` : 'more rows',
    })),
  );
  console.log(`start to first 200: ${start.readyAfterMs} ms; idle memory: ${start.idleMemoryMb} MB`);
  for (const { name, kilobytes } of packages) console.log(`${name}: ${kilobytes} kB`);
}
