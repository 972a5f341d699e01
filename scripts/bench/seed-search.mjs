import { Readable } from 'node:stream';
import { createConnection } from 'mysql2/promise';
import { COUNTY, factsOf, isHeld, PAPERS, piecesOf } from './seed.mjs';
import { NUMBERS, PIECES } from './seed-pieces.mjs';

/*
 * The search index of the seeded county. What words a text has follows from its pieces, so each word's texts are joined from
 * lists and written in the order of the primary key, which is many times quicker than text by text.
 */

/** Above the documents of the demo county. */
const FIRST_DOCUMENT = 10_000;
const OPEN = 2 ** 30;
const CHUNK = 1 << 20;
/** The words that the product itself makes of a text; built by then. */
const { chinaYear, isTopicOpen, SIMILAR_STATES, searchCharacters, searchWords, statesOfStep, TOPIC_STEPS } =
  await import(new URL('../../shared/dist/index.js', import.meta.url));
const HIDDEN = ['submitted', 'returned', 'declined'];

/**
 * Fills search_words and search_documents for what seedCounty made.
 * @param {string} url of the database
 * @param {number} size how many topics
 */
export async function seedSearch(url, size) {
  const db = await createConnection({ uri: url.replace(/^mariadb:/, 'mysql:'), flags: ['+LOCAL_FILES'] });
  // An empty table is then filled as a whole, sorted, without a log of each row; making the rows of a word takes a while.
  await db.query('SET unique_checks = 0, foreign_key_checks = 0, net_read_timeout = 3600');
  const [[first]] = await db.query(`SELECT MIN(created_at) AS at FROM topics WHERE id LIKE '01AT%'`);
  const lists = listsOf(size, Number(first.at));
  const words = await wordsOfPieces(db);
  await db.query(documents());
  await db.query({
    sql: `LOAD DATA LOCAL INFILE 'words' INTO TABLE search_words CHARACTER SET utf8mb4 (shelf, word, standing)`,
    infileStreamFactory: () => Readable.from(rows(lists, words), { objectMode: false, highWaterMark: CHUNK }),
  });
  await db.query('ANALYZE TABLE search_words, search_documents');
  await db.end();
}

const documents = () => `INSERT INTO search_documents (id, kind, item_id, shelf, standing, words)
  ${[
    ['topic', 'T', 0],
    ['minutes', 'M', 1],
    ['outcome', 'R', 2],
  ]
    .map(
      ([kind, letter, offset]) => `SELECT d, '${kind}', CONCAT('01A${letter}', SUBSTR(id, 5)),
        ${COUNTY}0 + IF(is_public, 0, 5), d + IF(state IN (${openStates()}), ${OPEN}, 0), ''
      FROM (SELECT id, is_public, state, ${FIRST_DOCUMENT} + 3 * CAST(SUBSTR(id, 5) AS UNSIGNED) + ${offset} AS d FROM topics
        WHERE id LIKE '01AT%' ${kind === 'topic' ? '' : "AND state IN ('resolving', 'closed')"}) t`,
    )
    .join(' UNION ALL ')}`;
const openStates = () =>
  TOPIC_STEPS.flatMap(statesOfStep)
    .filter(isTopicOpen)
    .map((state) => `'${state}'`)
    .join(', ');

/** For each piece and each fact the numbers of the topics that have it, and what is known of each topic. */
function listsOf(size, first) {
  const lists = new Map();
  const put = (key, n) => {
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [n]);
    else list.push(n);
  };
  const state = new Array(size + 1);
  const township = new Array(size + 1);
  for (let n = 1; n <= size; n += 1) {
    const pieces = piecesOf(n);
    const facts = factsOf(n, size, first);
    state[n] = facts.state;
    township[n] = facts.township;
    put(`head ${pieces.yard} ${pieces.number}`, n);
    for (const kind of ['thing', 'problem', 'who', 'effect', 'wish', 'rare']) {
      if (pieces[kind] !== null) put(`${kind} ${pieces[kind]}`, n);
    }
    put(`in ${facts.township}`, n);
    put(`in ${facts.community}`, n);
    put(`category ${facts.category}`, n);
    put(`source ${facts.source}`, n);
    put(`year ${chinaYear(facts.at)}`, n);
    const step = TOPIC_STEPS.find((one) => statesOfStep(one).includes(state[n]));
    if (step) put(`step ${step}`, n);
    put('all', n);
  }
  return { lists, state, township };
}

/** Word → the pieces that have it, for titles and for texts. */
async function wordsOfPieces(db) {
  const title = new Map();
  const text = new Map();
  const add = (map, words, key) => {
    for (const word of words) map.set(word, [...(map.get(word) ?? []), key]);
  };
  const inTitle = (words, key) => {
    add(title, words, key);
    add(text, words, key);
  };
  PIECES.yard.forEach((yard, i) => {
    for (let number = 1; number <= NUMBERS; number += 1) {
      const head = `${yard}${number}号院`;
      inTitle(searchWords(head), `head ${i} ${number}`);
      add(title, searchCharacters(head), `head ${i} ${number}`);
    }
  });
  PIECES.thing.forEach((thing, i) => {
    inTitle(searchWords(thing), `thing ${i}`);
    add(title, searchCharacters(thing), `thing ${i}`);
  });
  for (const kind of ['problem', 'who', 'effect', 'wish', 'rare']) {
    for (const [i, piece] of PIECES[kind].entries()) add(text, searchWords(piece), `${kind} ${i}`);
  }
  const [regions] = await db.query('SELECT code, name FROM regions WHERE code LIKE ?', [`${COUNTY}___%`]);
  for (const { code, name } of regions) {
    add(text, searchWords(name), `in ${code}`);
    add(text, [`#in:${code}`], `in ${code}`);
  }
  return { title, text };
}

/** The rows of the index in the order of its primary key, as tab separated text. */
function* rows({ lists, state, township }, words) {
  const isPublic = (n) => !HIDDEN.includes(state[n]);
  const facts = [...lists.keys()].filter((key) => /^(category|source|year|step) /.test(key));
  const text = new Map([...words.text, ...facts.map((key) => [`#${key.replace(' ', ':')}`, [key]])]);
  for (const kind of ['topic', 'minutes', 'outcome']) text.set(`#kind:${kind}`, ['all']);
  const papers = ['minutes', 'outcome'].map((kind, i) => {
    const { titleEnd, before, texts } = PAPERS[kind];
    const ofTitle = searchWords(titleEnd);
    const ofText = [titleEnd, before, ...texts].flatMap((one) => [...searchWords(one)]);
    return { offset: i + 1, title: new Set([...ofTitle, ...searchCharacters(titleEnd)]), text: new Set(ofText) };
  });
  const held = (lists.get('all') ?? []).filter((n) => isHeld(state[n]));
  const numbersOf = (keys) => {
    if (keys.length === 1) return lists.get(keys[0]) ?? [];
    return [...new Set(keys.flatMap((key) => lists.get(key) ?? []))];
  };
  const standing = (n, offset) => FIRST_DOCUMENT + 3 * n + offset + (isTopicOpen(state[n]) ? OPEN : 0);
  const shelves = [
    { shelf: `${COUNTY}0`, map: text, part: 'text', has: isPublic },
    { shelf: `${COUNTY}1`, map: words.title, part: 'title', has: isPublic },
    { shelf: `${COUNTY}2`, near: true },
    { shelf: `${COUNTY}5`, map: text, part: 'text', has: (n) => !isPublic(n) },
    { shelf: `${COUNTY}6`, map: words.title, part: 'title', has: (n) => !isPublic(n) },
  ];
  for (const { shelf, map, part, has, near } of shelves) {
    if (near) {
      yield* nearRows(shelf, { lists, state, township }, words.title);
      continue;
    }
    const own = has === isPublic ? papers : [];
    for (const word of inOrder(new Set([...map.keys(), ...own.flatMap((paper) => [...paper[part]])]))) {
      const numbers = numbersOf(map.get(word) ?? []);
      const found = [];
      const only = /^#kind:(.*)$/.exec(word)?.[1];
      for (const n of numbers) {
        if (!has(n)) continue;
        if (only === undefined || only === 'topic') found.push(standing(n, 0));
        if (!isHeld(state[n])) continue;
        if (only === undefined || only === 'minutes') found.push(standing(n, 1));
        if (only === undefined || only === 'outcome') found.push(standing(n, 2));
      }
      for (const { offset, [part]: wordsOfPaper } of own) {
        if (wordsOfPaper.has(word)) for (const n of held) found.push(standing(n, offset));
      }
      yield* lines(shelf, word, found);
    }
  }
}

/** Open topics of each township by the words of their titles. */
function* nearRows(shelf, { lists, state, township }, title) {
  const byWord = new Map();
  for (const word of title.keys()) {
    for (const key of title.get(word)) {
      for (const n of lists.get(key) ?? []) {
        if (!SIMILAR_STATES.includes(state[n])) continue;
        const near = `${township[n]}${word}`;
        const list = byWord.get(near);
        const at = FIRST_DOCUMENT + 3 * n + OPEN;
        if (list === undefined) byWord.set(near, [at]);
        else list.push(at);
      }
    }
  }
  for (const word of inOrder(byWord.keys())) yield* lines(shelf, word, byWord.get(word));
}

const inOrder = (words) => [...words].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

function* lines(shelf, word, standings) {
  const sorted = Int32Array.from(standings).sort();
  const head = `${shelf}\t${word}\t`;
  let text = '';
  let last = -1;
  for (const standing of sorted) {
    if (standing === last) continue;
    last = standing;
    text += `${head}${standing}\n`;
    if (text.length > CHUNK) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text !== '') yield Buffer.from(text);
}
