import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'mysql2/promise';
import { BUILDS, build, isBuilt } from '../lib/builds.mjs';
import { Failure } from '../lib/failure.mjs';
import { startMariadb } from '../lib/mariadb.mjs';
import { step } from '../lib/say.mjs';
import { startServer } from './programs.mjs';

const AUDIENCES = [10, 500];
const ENTRIES = 120;
/** Between one write and the next, ms. */
const EVERY_MS = 250;
/** What the median has to stay under with the larger audience, ms. */
const TARGET_MS = 200;
const NOTICE = { text: '请大家围绕第二项议程发言' };
const now = () => performance.timeOrigin + performance.now();

/**
 * Measures how long it takes from the answer to a write, which comes when it is committed, until those who watch have
 * it: one built server over MariaDB, the watchers in a process of their own.
 */
export async function benchLive() {
  for (const name of ['shared', 'server']) {
    if (!isBuilt(name)) await step(`Building the ${BUILDS[name].title}`, () => build(name));
  }
  const mariadb = await startMariadb({ durable: true });
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'bench-live-'));
  try {
    const db = await createConnection(mariadb.url);
    await db.query('CREATE DATABASE bench');
    await db.end();
    const env = { DATABASE_URL: `${mariadb.url.replace(/^mysql:/, 'mariadb:')}/bench`, DATA_DIR: dataDir };
    const server = await startServer({ ...env, LIVE_SOCKETS_PER_ADDRESS: '10000' });
    const convener = await signIn(server.url);
    const figures = [];
    for (const watchers of AUDIENCES) {
      figures.push(await step(`${watchers} watchers`, () => measure(server, convener, env.DATABASE_URL, watchers)));
    }
    await server.stop();
    print(figures);
  } finally {
    await mariadb.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(server, convener, databaseUrl, watchers) {
  const sessionId = await openSession(databaseUrl, convener);
  const program = fileURLToPath(new URL('live-watchers.mjs', import.meta.url));
  const child = fork(program, [server.url, sessionId, String(watchers)]);
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Failure('Those who watch were not let in (see above).')));
  });
  await sleep(1_000);
  const written = new Map();
  for (let i = 0; i < ENTRIES; i += 1) {
    const { seq } = await post(server.url, `/sessions/${sessionId}/live/notice`, NOTICE, convener.token);
    written.set(seq, now());
    await sleep(EVERY_MS);
  }
  await sleep(1_000);
  const asked = new Promise((resolve) => child.once('message', resolve));
  child.removeAllListeners('exit');
  child.send('end');
  const received = new Map((await asked).received);
  const times = [...written].flatMap(([seq, at]) => (received.get(seq) ?? []).map((when) => Math.max(0, when - at)));
  const missing = ENTRIES * watchers - times.length;
  if (missing > 0) throw new Failure(`${missing} entries did not arrive.`);
  times.sort((a, b) => a - b);
  const at = (share) => Number(times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1));
  return { watchers, median: at(0.5), p95: at(0.95), p99: at(0.99), memory: server.memory() };
}

/** A session of the demo county, made to be open now. */
async function openSession(databaseUrl, { id: convenerId }) {
  const db = await createConnection(databaseUrl.replace(/^mariadb:/, 'mysql:'));
  const [[found]] = await db.query(
    `SELECT id FROM sessions WHERE state = 'in_progress' OR (state IN ('recorded', 'ended') AND announced_at IS NOT NULL
       AND EXISTS (SELECT 1 FROM session_topics s JOIN topics t ON t.id = s.topic_id WHERE s.session_id = sessions.id
         AND t.is_public = 1)) ORDER BY state = 'in_progress' LIMIT 1`,
  );
  if (found === undefined) throw new Failure('The demo county has no session to open.');
  await db.query("UPDATE sessions SET state = 'in_progress' WHERE id = ?", [found.id]);
  await db.query('DELETE FROM live_entries WHERE session_id = ?', [found.id]);
  await db.query('DELETE FROM live_sessions WHERE id = ?', [found.id]);
  await db.query('INSERT INTO live_sessions (id, seq, last_at) VALUES (?, 0, ?)', [found.id, Date.now()]);
  await db.query('UPDATE sessions SET initiator_id = ? WHERE id = ?', [convenerId, found.id]);
  await db.end();
  return found.id;
}

async function signIn(url) {
  const people = await (await fetch(`${url}/api/v1/identity/demo/people`)).json();
  const { id } = people.find(({ role, regionName }) => role === 'convener' && regionName === '沿河街道');
  const { token } = await post(url, '/identity/sign-in', { provider: 'demo', credential: id });
  return { id, token };
}

async function post(url, to, body, token) {
  const response = await fetch(`${url}/api/v1${to}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Failure(`${to} was refused: ${JSON.stringify(answer)}`);
  return answer;
}

function print(figures) {
  console.log(`\n${ENTRIES} entries, one each ${EVERY_MS} ms; from the answer to the writer until receipt, in ms`);
  console.table(
    figures.map(({ watchers, median, p95, p99, memory }) => ({ watchers, median, p95, p99, 'server MB': memory })),
  );
  const [few, many] = figures;
  console.log(
    `median, ${many.watchers} to ${few.watchers} watchers: ${(many.median / Math.max(few.median, 0.1)).toFixed(1)} times`,
  );
  console.log(`target ${TARGET_MS} ms: ${many.median < TARGET_MS ? 'reached' : 'missed'}`);
}
