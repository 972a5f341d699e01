import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { createConnection } from 'mysql2/promise';
import { COUNTY, isSeeded, numberIn } from './seed.mjs';
import { FIRST_DOCUMENT, HALVES, KINDS, OPEN, OPEN_STATES } from './seed-search-rows.mjs';

/**
 * Fills search_blocks and search_documents for what seedCounty made; a document is without the list of its words, so that
 * topics seeded here can be searched for but not changed. Half the shelves are written by each of two threads.
 * @param {string} url of the database
 * @param {number} size how many topics
 */
export async function seedSearch(url, size) {
  const uri = url.replace(/^mariadb:/, 'mysql:');
  const db = await createConnection(uri);
  const [[first]] = await db.query(`SELECT MIN(created_at) AS at FROM topics WHERE ${isSeeded('id')}`);
  const threads = HALVES.map(
    (shelves) =>
      new Worker(new URL('./seed-search-thread.mjs', import.meta.url), {
        workerData: { uri, size, first: Number(first.at), shelves },
      }),
  );
  await Promise.all([db.query(documents()), ...threads.map((thread) => once(thread, 'exit'))]);
  await db.query('ANALYZE TABLE search_blocks, search_documents');
  await db.end();
}

const OPEN_SQL = OPEN_STATES.map((state) => `'${state}'`).join(', ');

function documents() {
  const of = (kind, item, from) => {
    const number = `${FIRST_DOCUMENT} + 3 * ${numberIn('t.id')} + ${KINDS.indexOf(kind)}`;
    return `SELECT ${number}, '${kind}', ${item}, ${COUNTY}0 + IF(t.is_public, 0, 5),
      ${number} + IF(t.state IN (${OPEN_SQL}), ${OPEN}, 0), '' FROM ${from} WHERE ${isSeeded('t.id')}`;
  };
  const about = (table) =>
    `topics t JOIN session_topics s ON s.topic_id = t.id JOIN ${table} p ON p.session_id = s.session_id`;
  return `INSERT INTO search_documents (id, kind, item_id, shelf, standing, words)
    ${of('topic', 't.id', 'topics t')}
    UNION ALL ${of('minutes', 'p.id', about('minutes'))}
    UNION ALL ${of('outcome', 'p.id', about('outcomes'))}`;
}
