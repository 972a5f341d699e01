import { createConnection } from 'mysql2/promise';
import { Failure } from '../lib/failure.mjs';
import { startFloor } from './programs.mjs';
import { SCREENS } from './screens.mjs';
import { COUNTY, isSeeded, seedResidents, TOWNSHIP } from './seed.mjs';

const RESIDENTS = 2_000;
/** So many programs share what is asked of open data, each below its limit. */
const OPEN_KEYS = 150;

/** @typedef {{name: string, isWrite?: boolean, isShort?: boolean, ours: object, floor?: object}} Case what is asked, see load */

/**
 * Signs people in and chooses what is asked, so that a server can be measured.
 * @param {{url: string}} server
 * @returns {Promise<{cases: Case[], stop: () => Promise<void>}>} stop ends the floor
 */
export async function prepare(server, databaseUrl) {
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
    ...SCREENS.map(({ name, path, as, isShort }) => ({
      name,
      isShort,
      ours: { url: `${api}${path.replace(/\{(\w+)\}/, (_, item) => items[item])}`, ...(as && { asked: asking[as] }) },
    })),
    {
      name: 'raising a topic',
      isWrite: true,
      ours: { url: `${api}/topics`, method: 'POST', asked: residents, body: input },
      floor: { url: `${floor.url}/raise`, method: 'POST', body: input },
    },
  ];
  return { cases, stop: floor.stop };
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
