import http from 'node:http';
import { createPool } from 'mysql2/promise';
import { TOWNSHIP } from './seed.mjs';

/*
 * What our endpoints are held against: bare node:http and one prepared statement that returns the same rows, over a
 * pool of the same size. No routing library, no validation, no sign-in, no transaction of its own.
 */

const [url, port, topicId] = process.argv.slice(2);
const pool = createPool({ uri: url, connectionLimit: 10, supportBigNumbers: true });

const LIST = `SELECT id, title, category, source, state, held_from, township, community, cosigns, created_at, moved_at
  FROM topics WHERE township = ? AND is_public = 1 ORDER BY id DESC LIMIT 21`;
const DETAIL = `SELECT t.*, e.id AS event_id, e.kind, e.action, e.capacity, e.reason, e.at, p.name AS person
  FROM topics t LEFT JOIN event_topics l ON l.topic_id = t.id LEFT JOIN events e ON e.id = l.event_id
  LEFT JOIN people p ON p.id = e.actor_id WHERE t.id = ? ORDER BY l.event_id`;
const INBOX = `SELECT id, kind, item_id, does, title, township, due_at, created_at
  FROM todos WHERE assignee = ? ORDER BY due_at, id LIMIT 21`;
const RAISE = `INSERT INTO topics (id, code, title, description, category, source, state, county, township, community, anonymous,
  \`sensitive\`, is_public, raiser_id, cosigns, created_at, moved_at)
  VALUES (?, ?, ?, ?, ?, 'resident', 'submitted', ?, ?, ?, 0, 0, 0, 'FLOOR', 0, ?, ?)`;

let raised = 0;

async function body(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

async function raise(request) {
  const { title, description, category, community } = await body(request);
  const now = Date.now();
  raised += 1;
  const id = `F${String(process.pid).padStart(9, '0')}${String(raised).padStart(16, '0')}`;
  const place = [community.slice(0, 6), community.slice(0, 9), community];
  const code = `${(process.pid % 32 ** 3).toString(32)}-${raised.toString(32)}`;
  await pool.execute(RAISE, [id, code, title, description, category, ...place, now, now]);
  return { id };
}

async function rows(sql, params) {
  const [found] = await pool.execute(sql, params);
  return found;
}

const ANSWERS = {
  '/list': async () => ({ items: await rows(LIST, [TOWNSHIP]) }),
  '/detail': async () => {
    const found = await rows(DETAIL, [topicId]);
    const { id, title, description, category, state, created_at, moved_at, cosigns } = found[0];
    const timeline = found.map(({ event_id, kind, action, capacity, reason, at, person }) => ({
      id: event_id,
      kind,
      action,
      capacity,
      reason,
      at,
      person,
    }));
    return { id, title, description, category, state, created_at, moved_at, cosigns, timeline };
  },
  '/inbox': async () => ({ items: await rows(INBOX, [`convener@${TOWNSHIP}`]) }),
  '/raise': raise,
};

http
  .createServer(async (request, response) => {
    const answer = JSON.stringify(await ANSWERS[request.url](request));
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(answer);
  })
  .listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
