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
import { CONNECTIONS, load, median } from './load.mjs';
import { startServer } from './programs.mjs';
import { seedCounty, seedFigures } from './seed.mjs';
import { prepare } from './subject.mjs';

const SIZES = [1_000, 1_000_000];
const ROUNDS = 3;
/** How long each round asks, and how long before the first one, with a floor beside it or without. */
const SECONDS = { withFloor: 4, alone: 2 };
const WARM_UP_SECONDS = { withFloor: 2, alone: 1 };
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

/** Each endpoint at every size, turn about, so that what slows the machine slows all of them. */
async function measureAll(subjects, quick) {
  const names = subjects[0].cases.map(({ name }) => name);
  const measured = [];
  for (const [i, name] of names.entries()) {
    const asked = subjects.map(({ size, cases }) => ({ size, ...cases[i] }));
    measured.push(...(await step(name, () => turnAbout(asked, quick))));
  }
  return measured;
}

async function turnAbout(asked, quick) {
  const kind = asked[0].floor ? 'withFloor' : 'alone';
  const seconds = quick ? 1 : SECONDS[kind];
  const sides = asked.flatMap(({ ours, floor }) => [ours, ...(floor ? [floor] : [])]);
  const first = [];
  for (const { ours, isWrite } of asked) first.push(isWrite ? {} : await firstCall(ours));
  const rounds = new Map(sides.map((side) => [side, []]));
  for (const side of sides) await load({ ...side, seconds: quick ? 1 : WARM_UP_SECONDS[kind] });
  for (let round = 0; round < (quick ? 1 : ROUNDS); round += 1) {
    for (const side of sides) rounds.get(side).push(await load({ ...side, seconds }));
  }
  const of = (side, figure) => median(rounds.get(side).map((round) => round[figure]));
  const figures = (side) => ({
    perSecond: Math.round(of(side, 'perSecond')),
    p50: of(side, 'p50'),
    p99: of(side, 'p99'),
  });
  return asked.map(({ name, size, isWrite = false, ours, floor }, i) => {
    const failed = [ours, floor].flatMap((side) => rounds.get(side) ?? []).reduce((sum, one) => sum + one.failed, 0);
    if (failed > 0) throw new Failure(`${failed} requests failed at ${ours.url}.`);
    const shares = floor && rounds.get(ours).map((one, round) => one.perSecond / rounds.get(floor)[round].perSecond);
    return {
      name,
      size,
      isWrite,
      ...first[i],
      ours: figures(ours),
      floor: floor ? figures(floor) : {},
      ratio: shares ? Number(median(shares).toFixed(2)) : null,
    };
  });
}

/** How long the first one waits, ms: nothing is kept from an earlier call. And how many rows it is answered with. */
async function firstCall({ url, asked: [headers] = [{}] }) {
  const began = performance.now();
  const response = await fetch(url, { headers });
  const text = await response.text();
  if (!response.ok) throw new Failure(`${url} answers ${response.status}.`, text);
  const first = Number((performance.now() - began).toFixed(1));
  const answer = JSON.parse(text);
  const items = Array.isArray(answer) ? answer : answer.items;
  return { first, ...(Array.isArray(items) && { rows: items.length }) };
}

function growth(endpoints, [smallest]) {
  const small = new Map(endpoints.filter(({ size }) => size === smallest).map((one) => [one.name, one]));
  return endpoints
    .filter(({ size }) => size !== smallest)
    .map(({ name, size, first, rows, ours }) => ({
      name,
      size,
      rows: rows === undefined ? '' : `${small.get(name).rows} → ${rows}`,
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
    grown.map(({ name, size, rows, small, large, first, ratio }) => ({
      endpoint: name,
      topics: size,
      rows,
      'first call': first,
      p50: large,
      'p50 smallest': small,
      'over smallest': ratio,
      reached: ratio <= GROWTH ? 'yes' : `no (${GROWTH})`,
    })),
  );
  console.log(`start to first 200: ${start.readyAfterMs} ms; idle memory: ${start.idleMemoryMb} MB`);
  for (const { name, kilobytes } of packages) console.log(`${name}: ${kilobytes} kB`);
}
