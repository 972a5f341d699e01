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
import { startFloor, startServer } from './programs.mjs';
import { seedCounty, seedFigures, seedResidents, TOWNSHIP } from './seed.mjs';
import { seedSearch } from './seed-search.mjs';

const SIZES = [1_000, 1_000_000];
const ROUNDS = 3;
const SECONDS = 4;
const WARM_UP_SECONDS = 2;
const RESIDENTS = 2_000;
const COUNTY = TOWNSHIP.slice(0, 6);
const words = (text) => encodeURIComponent(text);
/** Further screens, measured without a floor: what matters is that they cost the same at either size. */
const SCREENS = [
  { name: 'search, common word', path: `/search?region=${TOWNSHIP}&q=${words('照明')}` },
  { name: 'search, rare word', path: `/search?region=${COUNTY}&q=${words('槐鹤桥东')}` },
  { name: 'search, several words', path: `/search?region=${COUNTY}&q=${words('锦绣小区12号院 电梯')}` },
  { name: 'search, two common words', path: `/search?region=${COUNTY}&q=${words('老人 停车位')}` },
  { name: 'similar topics', path: `/topics/similar?township=${TOWNSHIP}&title=${words('楼道照明改造')}`, staff: true },
  { name: 'ledger', path: `/ledger?region=${TOWNSHIP}` },
  { name: 'minutes list', path: `/minutes?region=${COUNTY}` },
  { name: 'outcomes list', path: `/outcomes?region=${COUNTY}` },
  { name: 'dashboard', path: `/figures?region=${TOWNSHIP}`, staff: true },
];
/** What reads have to reach: a share of the floor's req/s, and how much slower p50 may be at the larger size. */
const SHARE = 0.5;
const GROWTH = 1.3;

/**
 * Measures our endpoints against their floors in one run, turn about, and prints a table.
 * @param {string[]} args `--json FILE` writes the figures down too; `--quick` makes one short round;
 *   `--live` measures open sessions instead
 */
export async function bench(args) {
  try {
    if (args.includes('--live')) {
      await benchLive();
      return;
    }
    const figures = await measure(args.includes('--quick'));
    print(figures);
    const file = args[args.indexOf('--json') + 1];
    if (args.includes('--json') && file) writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
  } catch (error) {
    showFailure(error);
    process.exitCode = 1;
  }
}

async function measure(quick) {
  for (const name of ['shared', 'opinion-map', 'server', 'h5', 'weapp']) {
    if (!isBuilt(name)) await step(`Building the ${BUILDS[name].title}`, () => build(name));
  }
  const packages = await sizes();
  const mariadb = await startMariadb({ durable: true, bufferPool: '1G' });
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  try {
    const endpoints = [];
    let start = {};
    for (const size of SIZES) {
      const databaseUrl = await makeDatabase(mariadb.url, `bench_${size}`);
      const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir };
      // The first start loads the demo county; the second is what an operator waits for.
      await step('Loading the demo county', async () => (await startServer(env)).stop());
      await step(`Seeding ${size} topics`, async () => {
        await seedCounty(databaseUrl, size);
        await seedFigures(databaseUrl);
        await seedSearch(databaseUrl, size);
      });
      const server = await startServer(env);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      start = { readyAfterMs: Math.round(server.readyAfter), idleMemoryMb: server.memory() };
      endpoints.push(...(await measureSize(server, databaseUrl, size, quick)));
      await server.stop();
    }
    return { connections: CONNECTIONS, endpoints, growth: growth(endpoints), start, sizes: packages };
  } finally {
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

async function measureSize(server, databaseUrl, size, quick) {
  const tokens = await signIn(server.url, await seedResidents(databaseUrl, RESIDENTS));
  const convener = await signIn(server.url, [await convenerId(server.url)]);
  const topicId = await middleTopic(databaseUrl);
  const floor = await startFloor(databaseUrl.replace(/^mariadb:/, 'mysql:'), topicId);
  const input = {
    title: '楼道照明与扶手改造',
    description: '楼道里没有灯，老人上下楼容易摔倒，希望尽快装上。',
    category: '公共安全',
    community: `${TOWNSHIP}001`,
    anonymous: false,
    photos: [],
    submit: true,
  };
  const api = `${server.url}/api/v1`;
  const cases = [
    {
      name: 'public topic list',
      ours: { url: `${api}/topics?region=${TOWNSHIP}` },
      floor: { url: `${floor.url}/list` },
    },
    { name: 'topic detail', ours: { url: `${api}/topics/${topicId}` }, floor: { url: `${floor.url}/detail` } },
    { name: 'convener’s inbox', ours: { url: `${api}/inbox`, tokens: convener }, floor: { url: `${floor.url}/inbox` } },
    ...SCREENS.map(({ name, path, staff }) => ({
      name,
      ours: { url: `${api}${path}`, ...(staff && { tokens: convener }) },
    })),
    {
      name: 'raising a topic',
      isWrite: true,
      ours: { url: `${api}/topics`, method: 'POST', tokens, body: input },
      floor: { url: `${floor.url}/raise`, method: 'POST', body: input },
    },
  ];
  const measured = [];
  for (const { name, isWrite = false, ours, floor: bare } of cases) {
    measured.push(
      await step(`${name}, ${size} topics`, async () => ({
        name,
        size,
        isWrite,
        ...(await alternate(ours, bare, quick)),
      })),
    );
  }
  await floor.stop();
  return measured;
}

async function alternate(ours, floor, quick) {
  if (floor === undefined) return alone(ours, quick);
  const seconds = quick ? 1 : SECONDS;
  const warmUp = quick ? 1 : WARM_UP_SECONDS;
  const rounds = [];
  await load({ ...ours, seconds: warmUp });
  await load({ ...floor, seconds: warmUp });
  for (let round = 0; round < (quick ? 1 : ROUNDS); round += 1) {
    rounds.push({ ours: await load({ ...ours, seconds }), floor: await load({ ...floor, seconds }) });
  }
  const failed = rounds.reduce((sum, { ours: o, floor: f }) => sum + o.failed + f.failed, 0);
  if (failed > 0) throw new Failure(`${failed} requests failed at ${ours.url}.`);
  const of = (side, figure) => median(rounds.map((round) => round[side][figure]));
  const figures = (side) => ({
    perSecond: Math.round(of(side, 'perSecond')),
    p50: of(side, 'p50'),
    p99: of(side, 'p99'),
  });
  return {
    ours: figures('ours'),
    floor: figures('floor'),
    ratio: Number(median(rounds.map(({ ours: o, floor: f }) => o.perSecond / f.perSecond)).toFixed(2)),
  };
}

/** Measured by itself. */
async function alone(ours, quick) {
  await load({ ...ours, seconds: 1 });
  const { perSecond, p50, p99, failed } = await load({ ...ours, seconds: quick ? 1 : SECONDS });
  if (failed > 0) throw new Failure(`${failed} requests failed at ${ours.url}.`);
  return { ours: { perSecond: Math.round(perSecond), p50, p99 }, floor: {}, ratio: null };
}

async function signIn(url, ids) {
  const tokens = [];
  for (const credential of ids) {
    const response = await fetch(`${url}/api/v1/identity/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'bench-sign-in' },
      body: JSON.stringify({ provider: 'demo', credential }),
    });
    tokens.push((await response.json()).token);
  }
  return tokens;
}

async function convenerId(url) {
  const people = await (await fetch(`${url}/api/v1/identity/demo/people`)).json();
  return people.find(({ role, regionName }) => role === 'convener' && regionName === '沿河街道').id;
}

async function middleTopic(databaseUrl) {
  const db = await createConnection(databaseUrl.replace(/^mariadb:/, 'mysql:'));
  const [[{ id }]] = await db.query(
    `SELECT id FROM topics WHERE township = ? AND is_public = 1 AND id LIKE '01A%' ORDER BY id LIMIT 1 OFFSET 10`,
    [TOWNSHIP],
  );
  await db.end();
  return id;
}

function growth(endpoints) {
  const [small, large] = SIZES;
  const find = (name, size) => endpoints.find((e) => e.name === name && e.size === size);
  return endpoints
    .filter(({ size }) => size === large)
    .map(({ name }) => ({ name, p50: Number((find(name, large).ours.p50 / find(name, small).ours.p50).toFixed(2)) }));
}

async function sizes() {
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
    grown.map(({ name, p50 }) => ({ endpoint: name, 'p50 large / small': p50, reached: p50 <= GROWTH ? 'yes' : 'no' })),
  );
  console.log(`start to first 200: ${start.readyAfterMs} ms; idle memory: ${start.idleMemoryMb} MB`);
  for (const { name, kilobytes } of packages) console.log(`${name}: ${kilobytes} kB`);
}
