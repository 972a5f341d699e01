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
import { isSeeded, seedCounty, seedFigures, seedResidents, TOWNSHIP } from './seed.mjs';

const SIZES = [1_000, 1_000_000];
const ROUNDS = 3;
const SECONDS = 4;
const WARM_UP_SECONDS = 2;
const RESIDENTS = 2_000;
/** So many programs share what is asked of open data, each below its limit. */
const OPEN_KEYS = 150;
const COUNTY = TOWNSHIP.slice(0, 6);
const words = (text) => encodeURIComponent(text);
/**
 * Further screens, measured without a floor: what matters is that they cost the same at either size.
 * `as` is who asks, a visitor where it is left out, `open` programs that have keys; `{…}` in a path stands for an item of the township.
 */
const SCREENS = [
  { name: 'first page', path: `/home?township=${TOWNSHIP}` },
  { name: 'county’s topic list', path: `/topics?region=${COUNTY}` },
  { name: 'work list of a state', path: `/topics/work?region=${TOWNSHIP}&state=accepted`, as: 'convener' },
  { name: 'search, common word', path: `/search?region=${TOWNSHIP}&q=${words('照明')}` },
  { name: 'search, rare word', path: `/search?region=${COUNTY}&q=${words('槐鹤桥东')}` },
  { name: 'search, several words', path: `/search?region=${COUNTY}&q=${words('锦绣小区12号院 电梯')}` },
  { name: 'search, number and word', path: `/search?region=${COUNTY}&q=${words('12号 照明')}` },
  { name: 'search, two common words', path: `/search?region=${COUNTY}&q=${words('老人 停车位')}` },
  {
    name: 'similar topics',
    path: `/topics/similar?township=${TOWNSHIP}&title=${words('楼道照明改造')}`,
    as: 'convener',
  },
  { name: 'township’s dashboard', path: `/figures?region=${TOWNSHIP}`, as: 'county_office' },
  { name: 'county’s dashboard', path: `/figures?region=${COUNTY}`, as: 'county_office' },
  { name: 'county’s public figures', path: `/figures/open?region=${COUNTY}` },
  { name: 'topics behind a figure', path: `/figures/topics?region=${COUNTY}&source=member`, as: 'county_office' },
  { name: 'promises behind a figure', path: `/figures/promises?region=${COUNTY}&overdue=true`, as: 'county_office' },
  { name: 'township’s ledger', path: `/ledger?region=${TOWNSHIP}` },
  { name: 'county’s ledger', path: `/ledger?region=${COUNTY}` },
  { name: 'ledger of a category', path: `/ledger?region=${COUNTY}&category=${words('交通出行')}` },
  { name: 'ledger of a light', path: `/ledger?region=${COUNTY}&light=overdue` },
  { name: 'county’s ledger counts', path: `/ledger/counts?region=${COUNTY}` },
  { name: 'ledger’s filters', path: `/ledger/filters?region=${COUNTY}` },
  { name: 'topic with all that came of it', path: '/topics/{closed}' },
  { name: 'promise', path: '/tasks/{task}' },
  { name: 'promises list', path: `/tasks?region=${COUNTY}` },
  { name: 'my department’s promises', path: '/tasks/mine?as=lead', as: 'department' },
  { name: 'past sessions', path: `/sessions?region=${COUNTY}&when=past` },
  { name: 'minutes list', path: `/minutes?region=${COUNTY}` },
  { name: 'outcomes list', path: `/outcomes?region=${COUNTY}` },
  { name: 'cases', path: `/cases?region=${COUNTY}` },
  { name: 'open data, topics', path: `/open/topics?region=${COUNTY}`, as: 'open' },
  {
    name: 'open data, topics of a year',
    path: `/open/topics?region=${COUNTY}&year=${new Date().getFullYear() - 1}`,
    as: 'open',
  },
];
/** What reads have to reach: a share of the floor's req/s, and how much slower p50 may be at the larger size. */
const SHARE = 0.5;
const GROWTH = 1.3;

/**
 * Measures our endpoints against their floors in one run, turn about, and prints a table.
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
  try {
    const endpoints = [];
    let start = {};
    for (const size of sizes) {
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
    return { connections: CONNECTIONS, endpoints, growth: growth(endpoints, sizes), start, sizes: packages };
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
  const residents = await signIn(server.url, await seedResidents(databaseUrl, RESIDENTS));
  const as = async (...who) => signIn(server.url, [await personId(server.url, ...who)]);
  const asking = {
    convener: await as('convener', '沿河街道'),
    county_office: await as('county_office'),
    department: await as('department'),
    open: await openKeys(server.url, await as('admin')),
  };
  const topicId = await middleTopic(databaseUrl, 'accepted');
  const items = {
    closed: await middleTopic(databaseUrl, 'closed'),
    task: await oneId(
      databaseUrl,
      'SELECT id FROM tasks WHERE township = ? AND listed = 1 ORDER BY due_at LIMIT 1 OFFSET 2',
    ),
  };
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
    {
      name: 'convener’s inbox',
      ours: { url: `${api}/inbox`, asked: asking.convener },
      floor: { url: `${floor.url}/inbox` },
    },
    ...SCREENS.map(({ name, path, as }) => ({
      name,
      ours: { url: `${api}${path.replace(/\{(\w+)\}/, (_, item) => items[item])}`, ...(as && { asked: asking[as] }) },
    })),
    {
      name: 'raising a topic',
      isWrite: true,
      ours: { url: `${api}/topics`, method: 'POST', asked: residents, body: input },
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
        first: isWrite ? null : await firstCall(ours),
        ...(await alternate(ours, bare, quick)),
      })),
    );
  }
  await floor.stop();
  return measured;
}

/** How long the first one waits, ms: nothing is kept from an earlier call. */
async function firstCall({ url, asked: [headers] = [{}] }) {
  const began = performance.now();
  const response = await fetch(url, { headers });
  const text = await response.text();
  if (!response.ok) throw new Failure(`${url} answers ${response.status}.`, text);
  return Number((performance.now() - began).toFixed(1));
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

/** @returns headers of each of them */
async function signIn(url, ids) {
  const people = [];
  for (const credential of ids) {
    const response = await fetch(`${url}/api/v1/identity/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'bench-sign-in' },
      body: JSON.stringify({ provider: 'demo', credential }),
    });
    people.push({ authorization: `Bearer ${(await response.json()).token}` });
  }
  return people;
}

/** @returns headers of each program */
async function openKeys(url, [administrator]) {
  const programs = [];
  for (let i = 0; i < OPEN_KEYS; i += 1) {
    const response = await fetch(`${url}/api/v1/open-keys`, {
      method: 'POST',
      headers: { ...administrator, 'content-type': 'application/json', 'idempotency-key': `bench-key-${i}` },
      body: JSON.stringify({ region: COUNTY, holder: `测速程序${i}`, purpose: '测速' }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Failure('No key to open data was given.', JSON.stringify(answer));
    programs.push({ 'x-open-key': answer.key });
  }
  return programs;
}

async function personId(url, wanted, place) {
  const people = await (await fetch(`${url}/api/v1/identity/demo/people`)).json();
  return people.find(({ role, regionName }) => role === wanted && (place === undefined || regionName === place)).id;
}

const middleTopic = (databaseUrl, state) =>
  oneId(
    databaseUrl,
    `SELECT id FROM topics WHERE township = ? AND state = '${state}' AND is_public = 1 AND ${isSeeded('id')}
     ORDER BY id LIMIT 1 OFFSET 3`,
  );

async function oneId(databaseUrl, sql) {
  const db = await createConnection(databaseUrl.replace(/^mariadb:/, 'mysql:'));
  const [[{ id }]] = await db.query(sql, [TOWNSHIP]);
  await db.end();
  return id;
}

function growth(endpoints, [smallest]) {
  const small = new Map(endpoints.filter(({ size }) => size === smallest).map(({ name, ours }) => [name, ours.p50]));
  return endpoints
    .filter(({ size }) => size !== smallest)
    .map(({ name, size, first, ours }) => ({
      name,
      size,
      small: small.get(name),
      large: ours.p50,
      first,
      ratio: Number((ours.p50 / small.get(name)).toFixed(2)),
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
    grown.map(({ name, size, small, large, first, ratio }) => ({
      endpoint: name,
      topics: size,
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
