import { BEFORE_RARE, COUNTY, factsOf, isHeld, PAPERS, PUBLISHED_AFTER, piecesOf } from './seed.mjs';
import { NUMBERS, PIECES } from './seed-pieces.mjs';

/*
 * The rows of search_blocks for the seeded county. What words a text has follows from its pieces, so each word's texts are
 * joined from lists and come in the order of the primary key, which is many times quicker than text by text.
 */

/** Above the documents of the demo county. */
export const FIRST_DOCUMENT = 10_000;
export const OPEN = 2 ** 30;
const CHUNK = 1 << 20;
/** The words that the product itself makes of a text; built by then. */
const { chinaYear, isTopicOpen, SIMILAR_STATES, searchCharacters, searchWords, statesOfStep, TOPIC_STEPS } =
  await import(new URL('../../shared/dist/index.js', import.meta.url));
const { blockOf, noBits, offsetOf, setBit, writeBits } = await import(
  new URL('../../server/dist/search/search-bits.js', import.meta.url)
);
const HIDDEN = ['submitted', 'returned', 'declined'];
/** The shelves that cost about the same: what everybody finds by texts, and all others. */
export const HALVES = [['0'], ['1', '2', '5', '6']].map((digits) => digits.map((digit) => `${COUNTY}${digit}`));
const PAPER_KINDS = Object.keys(PAPERS);
/** In the order of their documents' numbers. */
export const KINDS = ['topic', ...PAPER_KINDS];
export const OPEN_STATES = TOPIC_STEPS.flatMap(statesOfStep).filter(isTopicOpen);

/**
 * Rows as tab separated text, sorted.
 * @param {import('mysql2/promise').Connection} db
 * @param {number} size how many topics
 * @param {number} first when the first one was raised, ms since 1970
 * @param {string[]} shelves only these
 */
export async function wordRows(db, size, first, shelves) {
  return rows(listsOf(size, first), await wordsOfPieces(db), shelves);
}

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
    if (pieces.rare !== null) put('rare', n);
    put(`in ${facts.township}`, n);
    put(`in ${facts.community}`, n);
    put(`category ${facts.category}`, n);
    put(`source ${facts.source}`, n);
    put(`year:topic ${chinaYear(facts.at)}`, n);
    for (const kind of PAPER_KINDS)
      if (isHeld(state[n])) put(`year:${kind} ${chinaYear(facts.at + PUBLISHED_AFTER[kind])}`, n);
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
  add(text, searchWords(BEFORE_RARE), 'rare');
  const [regions] = await db.query('SELECT code, name FROM regions WHERE code LIKE ?', [`${COUNTY}___%`]);
  for (const { code, name } of regions) {
    add(text, searchWords(name), `in ${code}`);
    add(text, [`#in:${code}`], `in ${code}`);
  }
  return { title, text };
}

/** The rows of the index in the order of its primary key, as tab separated text. */
function* rows({ lists, state, township }, words, wanted) {
  const isPublic = (n) => !HIDDEN.includes(state[n]);
  const facts = [...lists.keys()].filter((key) => /^(category|source|step) /.test(key));
  const text = new Map([...words.text, ...facts.map((key) => [`#${key.replace(' ', ':')}`, [key]])]);
  for (const kind of KINDS) text.set(`#kind:${kind}`, ['all']);
  // The year of papers is that in which they were published.
  for (const key of lists.keys()) {
    const [, year] = /^year:\w+ (\d+)$/.exec(key) ?? [];
    if (year !== undefined)
      text.set(
        `#year:${year}`,
        KINDS.map((kind) => `year:${kind} ${year}`),
      );
  }
  const papers = PAPER_KINDS.map((kind, i) => {
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
  for (const { shelf, map, part, has, near } of shelves.filter((one) => wanted.includes(one.shelf))) {
    if (near) {
      yield* nearRows(shelf, { lists, state, township }, words.title);
      continue;
    }
    const own = has === isPublic ? papers : [];
    for (const word of inOrder(new Set([...map.keys(), ...own.flatMap((paper) => [...paper[part]])]))) {
      const keys = map.get(word) ?? [];
      const found = [];
      const put = (numbers, kind) => {
        const offset = KINDS.indexOf(kind);
        for (const n of numbers) if (has(n) && (offset === 0 || isHeld(state[n]))) found.push(standing(n, offset));
      };
      const only = /^#kind:(.*)$/.exec(word)?.[1];
      const isYear = word.startsWith('#year:');
      const numbers = isYear ? [] : numbersOf(keys);
      for (const [i, kind] of KINDS.entries()) {
        if (only === undefined || only === kind) put(isYear ? (lists.get(keys[i]) ?? []) : numbers, kind);
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
        const at = FIRST_DOCUMENT + 3 * n + (isTopicOpen(state[n]) ? OPEN : 0);
        if (list === undefined) byWord.set(near, [at]);
        else list.push(at);
      }
    }
  }
  for (const word of inOrder(byWord.keys())) yield* lines(shelf, word, byWord.get(word));
}

const inOrder = (words) => [...words].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

function* lines(shelf, word, standings) {
  const blocks = new Map();
  for (const standing of Int32Array.from(standings).sort()) {
    const block = blockOf(standing);
    const bits = blocks.get(block) ?? noBits();
    blocks.set(block, bits);
    setBit(bits, offsetOf(standing), true);
  }
  let text = '';
  for (const [block, bits] of blocks) {
    text += `${shelf}\t${word}\t${block}\t${writeBits(bits).toString('hex')}\n`;
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}
