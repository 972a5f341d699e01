import { createConnection } from 'mysql2/promise';
import { at } from '../lib/workspace.mjs';
import { ASKS_A_THING, COMMUNITIES, NUMBERS, PIECES, PROBLEMS_A_THING, RARE_EVERY, TOWNSHIPS } from './seed-pieces.mjs';

/** 沿河街道 of the demo county; what concerns one township is measured there. */
export const TOWNSHIP = '419902001';
export const COUNTY = TOWNSHIP.slice(0, 6);
const CATEGORIES = ['交通出行', '人居环境', '公共安全', '养老助老', '物业管理', '生态环境'];
const SOURCES = [
  'resident',
  'resident',
  'resident',
  'resident',
  'resident',
  'resident',
  'member',
  'member',
  'department',
  'leader',
];
const YEARS = 5;
/** Entries in the timeline of each topic. */
const EVENTS = 3;
const DAY = 86_400_000;
/** A topic stands in a state for fewer days than that; the newest has left both by now. */
const STAY_DAYS = 13;
/** So many rows are written in one transaction. */
const BATCH = 50_000;
/** How many days after its topic a session, its minutes, its outcome and its promises are made, by the letter in their ids. */
const MADE_AFTER = { S: 8, M: 22, R: 26, K: 30, J: 30 };

/** How old the newest topic is: no session that was held is still to come. */
const NEWEST_DAYS = 31;

/** Of a hundred topics so many are in each state; those of `HELD` had a session. */
const STATES = {
  submitted: 3,
  returned: 1,
  declined: 28,
  merged: 12,
  withdrawn: 4,
  suspended: 1,
  accepted: 20,
  shortlisted: 1,
  party_review: 1,
  county_review: 1,
  planned: 2,
  deliberating: 2,
  resolving: 4,
  closed: 20,
};
export const isHeld = (state) => HELD.includes(state);
const HELD = ['resolving', 'closed'];
const NOT_PUBLIC = ['submitted', 'returned', 'declined'];

/** A number that seems to follow no order, the same here and in SQL: factors are primes, so that no two kinds agree. */
const PRIMES = {
  place: 7919,
  community: 179_424_673,
  state: 104_729,
  category: 1_299_709,
  yard: 15_485_863,
  number: 32_452_843,
  thing: 49_979_687,
  problem: 67_867_967,
  who: 86_028_121,
  effect: 104_395_301,
  wish: 122_949_823,
  source: 141_650_939,
  days: 160_481_183,
};
const MIX = 1_000_003;
export const pick = (kind, n, count) => ((n * PRIMES[kind]) % MIX) % count;
const pickSql = (kind, count) => `MOD(MOD(s.seq * ${PRIMES[kind]}, ${MIX}), ${count})`;

const three = (number) => String(number).padStart(3, '0');

/** What else the statements below say of a topic. @param first when the first one was raised, ms since 1970 */
export function factsOf(n, size, first) {
  const township = `${COUNTY}${three(1 + pick('place', n, TOWNSHIPS.length))}`;
  let below = 0;
  const drawn = pick('state', n, 100);
  return {
    township,
    community: `${township}${three(1 + pick('community', n, COMMUNITIES.length))}`,
    category: CATEGORIES[pick('category', n, CATEGORIES.length)],
    source: SOURCES[pick('source', n, SOURCES.length)],
    state: Object.keys(STATES).find((state) => {
      below += STATES[state];
      return drawn < below;
    }),
    at: first + (n - 1) * stepOf(size),
  };
}

/** Between two topics, ms: at any size they are spread over the same years. */
const stepOf = (size) => Math.floor((YEARS * 365 * DAY) / size);

/** The numbers of a topic's pieces, as the statements below choose them. */
export function piecesOf(n) {
  const thing = pick('thing', n, PIECES.thing.length);
  return {
    yard: pick('yard', n, PIECES.yard.length),
    number: 1 + pick('number', n, NUMBERS),
    thing,
    problem: Math.floor(thing / ASKS_A_THING) * PROBLEMS_A_THING + pick('problem', n, PROBLEMS_A_THING),
    who: pick('who', n, PIECES.who.length),
    effect: pick('effect', n, PIECES.effect.length),
    wish: pick('wish', n, PIECES.wish.length),
    rare: n % RARE_EVERY === 0 ? Math.floor(n / RARE_EVERY) % PIECES.rare.length : null,
  };
}

const THING = pickSql('thing', PIECES.thing.length);
const PROBLEM = `FLOOR(${THING} / ${ASKS_A_THING}) * ${PROBLEMS_A_THING} + ${pickSql('problem', PROBLEMS_A_THING)}`;
const RARE = `CASE WHEN MOD(s.seq, ${RARE_EVERY}) = 0 THEN MOD(FLOOR(s.seq / ${RARE_EVERY}), ${PIECES.rare.length}) END`;
const JOINS = Object.entries({
  yard: pickSql('yard', PIECES.yard.length),
  thing: THING,
  problem: PROBLEM,
  who: pickSql('who', PIECES.who.length),
  effect: pickSql('effect', PIECES.effect.length),
  wish: pickSql('wish', PIECES.wish.length),
  rare: RARE,
})
  .map(([kind, number]) => `LEFT JOIN bench_pieces ${kind} ON ${kind}.kind = '${kind}' AND ${kind}.i = ${number}`)
  .join('\n');

const cases = (expression, values) => `ELT(1 + ${expression}, ${values.map((value) => `'${value}'`).join(', ')})`;
/** Old topics and new ones alike are in each state. */
const STATE = `CASE ${Object.entries(STATES)
  .reduce(
    ({ sql, below }, [state, share]) => ({
      sql: [...sql, `WHEN x < ${below + share} THEN '${state}'`],
      below: below + share,
    }),
    { sql: [], below: 0 },
  )
  .sql.join(' ')} END`;

/** CONV counts 0-9 A-V; the product's codes and ids leave out I, L, O and U. */
const base32 = (number, length) => {
  const [from, to] = ['VUTSRQPONMLKJI', 'ZYXWVTSRQPNMKJ'];
  return [...from].reduce(
    (sql, letter, i) => `REPLACE(${sql}, '${letter}', '${to[i]}')`,
    `LPAD(CONV(${number}, 10, 32), ${length}, '0')`,
  );
};
const code = (number = 's.seq') => base32(number, 8);
/** An id as the product makes them: its moment in 10 characters; then a letter of its table and 15 digits of its number. */
const idAt = (letter, at, number) => `CONCAT(${base32(at, 10)}, '${letter}', LPAD(${number}, 15, '0'))`;
/** The number in an id that was seeded. */
export const numberIn = (id) => `CAST(SUBSTR(${id}, 12) AS UNSIGNED)`;
/** Whether a topic was seeded. Those of the demo have a random part, which never begins like this. */
export const isSeeded = (id) => `SUBSTR(${id}, 11, 7) = 'T000000'`;
const place = pickSql('place', TOWNSHIPS.length);
const TOWNSHIP_SQL = `CONCAT('${COUNTY}', LPAD(1 + ${place}, 3, '0'))`;
const COMMUNITY_SQL = `CONCAT(${TOWNSHIP_SQL}, LPAD(1 + ${pickSql('community', COMMUNITIES.length)}, 3, '0'))`;
/** Stands in front of a rare word. */
export const BEFORE_RARE = '附近是';
const HEAD = `CONCAT(yard.text, 1 + ${pickSql('number', NUMBERS)}, '号院')`;
const TITLE = `CONCAT(${HEAD}, ' ', thing.text)`;
const TEXT = `CONCAT(problem.text, '。', who.text, '，', effect.text, '，', wish.text, '。', COALESCE(CONCAT('${BEFORE_RARE}', '：', rare.text, '。'), ''))`;
/** What papers say besides what their topic says. */
export const PAPERS = {
  minutes: {
    titleEnd: '协商会',
    before: '会议听取情况说明。',
    texts: ['分两期实施，先易后难。', '费用公开，接受居民监督。'],
  },
  outcome: {
    titleEnd: '协商成果',
    before: '经协商形成共识。',
    texts: ['纳入年度计划。', '分两期实施，先易后难。'],
  },
};

/** How long after its topic was raised a paper is published, ms. */
export const PUBLISHED_AFTER = { minutes: 25 * DAY, outcome: 28 * DAY };

/** What a seed of this size and moment writes, table by table; `first` and `last` bound each statement. */
function statements(size, now) {
  const first = now - (YEARS * 365 + NEWEST_DAYS) * DAY;
  const atOf = (number) => `(${first} + ${number} * ${stepOf(size)})`;
  const at = atOf('s.seq');
  const id = (letter, number = 's.seq', later = 0) => idAt(letter, `(${atOf(number)} + ${later})`, number);
  const movedAt = `(${at} + e.seq * (${pickSql('days', STAY_DAYS)} * ${DAY} + 3600000))`;
  const event = idAt('E', movedAt, `s.seq * ${EVENTS} + e.seq`);
  const range = (first, last) => `FROM seq_${first}_to_${last} s`;
  const topics = (first, last) => `
    INSERT INTO topics (id, code, title, description, category, source, state, county, township, community, place, anonymous,
      \`sensitive\`, content, is_public, raiser_id, cosigns, submitted_at, accepted_at,
      promised_at, ending, due_at, created_at, moved_at)
    SELECT id, code, title, text, category, source, state, '${COUNTY}', township, community, NULL, 0, 0, 'passed',
      state NOT IN (${NOT_PUBLIC.map((state) => `'${state}'`).join(', ')}), @raiser, MOD(seq, 90), at,
      CASE WHEN state IN (${NOT_PUBLIC.map((state) => `'${state}'`).join(', ')}) THEN NULL ELSE at + 3600000 END,
      CASE WHEN state IN (${HELD.map((state) => `'${state}'`).join(', ')}) THEN at + ${30 * DAY} END,
      CASE WHEN state = 'closed' THEN 'kept' END,
      CASE WHEN state IN ('submitted', 'accepted') THEN at + 7776000000 END, at, at + 7200000
    FROM (SELECT s.seq, ${id('T')} AS id, ${code()} AS code, ${TITLE} AS title, ${TEXT} AS text,
        ${cases(pickSql('category', CATEGORIES.length), CATEGORIES)} AS category,
        ${cases(pickSql('source', SOURCES.length), SOURCES)} AS source,
        ${STATE.replaceAll('x <', `${pickSql('state', 100)} <`)} AS state,
        ${TOWNSHIP_SQL} AS township, ${COMMUNITY_SQL} AS community, ${at} AS at
      ${range(first, last)} ${JOINS}) made`;
  const events = (first, last) => `
    INSERT INTO events (id, kind, item_id, action, from_state, to_state, actor_id, capacity, is_public, reason_public, county,
      township, request_id, at)
    SELECT ${event}, 'topic', ${id('T')}, IF(e.seq = 0, 'submit', 'accept'), 'submitted', 'accepted',
      @raiser, 'convener', 1, 1, '${COUNTY}', ${TOWNSHIP_SQL}, 'bench', ${movedAt}
    ${range(first, last)} JOIN seq_0_to_${EVENTS - 1} e`;
  // Of each topic's moves the first ends no stay, and each of the others took equally long.
  const stays = (first, last) => `
    INSERT INTO topic_stays (id, topic_id, county, township, state, days, is_public, listed, left_at, left_month)
    SELECT e.id, t.id, t.county, t.township, 'submitted', ${pickSql('days', STAY_DAYS).replace('s.seq', numberIn('t.id'))}, 1, t.is_public, e.at,
      DATE_FORMAT(DATE_ADD('1970-01-01', INTERVAL (e.at DIV 1000 + 28800) SECOND), '%Y-%m')
    FROM topics t JOIN events e ON e.kind = 'topic' AND e.item_id = t.id
    WHERE ${between('t.id', first, last)} AND e.at > t.created_at`;
  const links = (first, last) => `
    INSERT INTO event_topics (topic_id, event_id)
    SELECT ${id('T')}, ${event} ${range(first, last)} JOIN seq_0_to_${EVENTS - 1} e`;
  const between = (column, first, last) =>
    `${column} BETWEEN ${id('T', first)} AND ${id('T', last)} AND ${isSeeded(column)}`;
  const todos = (first, last) => `
    INSERT INTO todos (id, kind, item_id, assignee, does, title, township, due_at, created_at)
    SELECT CONCAT(SUBSTR(id, 1, 10), 'D', SUBSTR(id, 12)), 'topic', id, CONCAT('convener@', township), IF(state = 'accepted', '筛选议题', '审核议题'),
      title, township, due_at, created_at FROM topics
    WHERE ${between('id', first, last)} AND state IN ('accepted', 'submitted')`;
  const held = (first, last) =>
    `FROM topics t WHERE ${between('t.id', first, last)} AND t.state IN (${HELD.map((s) => `'${s}'`).join(', ')})`;
  const number = numberIn('t.id');
  const as = (letter) => idAt(letter, `(t.created_at + ${MADE_AFTER[letter]} * ${DAY})`, number);
  const sessions = (first, last) => `
    INSERT INTO sessions (id, county, township, title, format, state, starts_at, ends_at, place, questions, programme, seats,
      initiator_id, chair_id, recorder_id, signatory_ids, announced_at, created_at, moved_at)
    SELECT ${as('S')}, t.county, t.township, CONCAT(t.title, ' 协商会'), 'onsite', 'recorded', t.created_at + 20 * ${DAY},
      t.created_at + 20 * ${DAY} + 7200000, '社区议事厅', '[]', '[]', 20, @raiser, @raiser, @raiser, '[]',
      t.created_at + 10 * ${DAY}, t.created_at + ${MADE_AFTER.S} * ${DAY}, t.created_at + 25 * ${DAY} ${held(first, last)}`;
  const sessionTopics = (first, last) =>
    `INSERT INTO session_topics (session_id, topic_id) SELECT ${as('S')}, t.id ${held(first, last)}`;
  const minutes = (first, last) => `
    INSERT INTO minutes (id, session_id, county, township, number, version, state, session_title, format, held_at, place, chair_name,
      recorder_id, recorder_name, signatory_ids, counts, programme, questions, situation, points, department_answers, consensus,
      dissent, tasks, photo_ids, verify_code, published_at, created_at, moved_at)
    SELECT ${as('M')}, ${as('S')}, t.county, t.township, ${idAt('N', 't.created_at', number)}, 1, 'published', CONCAT(t.title, ' 协商会'), 'onsite',
      t.created_at + 20 * ${DAY}, '社区议事厅', '王主持', @raiser, '李记录', '[]', '[]', '[]', '[]',
      CONCAT('会议听取情况说明。', t.description), '[]', '[]', '["分两期实施，先易后难。","费用公开，接受居民监督。"]', '[]', '[]', '[]',
      ${code(number)}, t.created_at + ${PUBLISHED_AFTER.minutes}, t.created_at + ${MADE_AFTER.M} * ${DAY}, t.created_at + ${PUBLISHED_AFTER.minutes} ${held(first, last)}`;
  const outcomes = (first, last) => `
    INSERT INTO outcomes (id, session_id, minutes_id, county, township, title, state, conclusion, summary, suggestions, consensus,
      dissent, agreed_tasks, published_at, created_at, moved_at)
    SELECT ${as('R')}, ${as('S')}, ${as('M')}, t.county, t.township, CONCAT(t.title, ' 协商成果'), 'assigned', 'consensus',
      CONCAT('经协商形成共识。', t.description), '["纳入年度计划。"]', '["分两期实施，先易后难。"]', '[]', '[]',
      t.created_at + ${PUBLISHED_AFTER.outcome}, t.created_at + ${MADE_AFTER.R} * ${DAY}, t.created_at + 30 * ${DAY} ${held(first, last)}`;
  const taskState = `IF(t.state = 'closed', 'closed', ELT(1 + MOD(${number}, 5), 'assigned', 'in_progress', 'in_progress', 'evaluating', 'long_term'))`;
  const year = `FROM_UNIXTIME((t.created_at + 30 * ${DAY}) / 1000, '%Y')`;
  const tasks = (first, last) => `
    INSERT INTO tasks (id, code, outcome_id, session_id, county, township, what, category, promised_year, state, lead_department_id,
      co_department_ids, due_at, reply_class, replied_at, listed, progress, funds_planned, created_at, moved_at)
    SELECT ELT(1 + p.seq, ${as('K')}, ${as('J')}), ${code(`${number} * 2 + p.seq`)}, ${as('R')}, ${as('S')},
      t.county, t.township, CONCAT(t.title, ELT(1 + p.seq, '', ' 后续管护')), t.category, ${year}, ${taskState},
      (SELECT id FROM departments WHERE region = '${COUNTY}' ORDER BY id LIMIT 1 OFFSET 0), '[]', t.created_at + 120 * ${DAY},
      IF(t.state = 'closed', 'A', NULL), IF(t.state = 'closed', t.created_at + 100 * ${DAY}, NULL), 1,
      IF(t.state = 'closed', 100, 40), IF(MOD(${number}, 3) = 0, 50000, NULL), t.created_at + ${MADE_AFTER.K} * ${DAY}, t.created_at + 100 * ${DAY}
    FROM topics t JOIN seq_0_to_1 p ${held(first, last).replace('FROM topics t', '')} AND (p.seq = 0 OR MOD(${number}, 4) = 0)`;
  return { topics, events, stays, links, todos, sessions, sessionTopics, minutes, outcomes, tasks };
}

/**
 * Fills a database that holds the demo county: so many topics over twenty townships and five years, in states of all kinds,
 * with timelines, to-dos, sessions, minutes, outcomes and promises. Needs MariaDB's SEQUENCE engine.
 * @param {string} url of the database
 * @param {number} size how many topics
 * @param {(done: string) => void} [tell] of each table
 */
export async function seedCounty(url, size, tell = () => {}) {
  const db = await createConnection(url.replace(/^mariadb:/, 'mysql:'));
  await db.query('SET unique_checks = 0, foreign_key_checks = 0');
  await addPlaces(db);
  const [[raiser]] = await db.query(`SELECT person_id FROM grants WHERE role = 'resident' AND region = ?`, [TOWNSHIP]);
  await db.query('SET @raiser = ?', [raiser.person_id]);
  await addPieces(db);
  for (const [table, statement] of Object.entries(statements(size, Date.now()))) {
    for (let first = 1; first <= size; first += BATCH)
      await db.query(statement(first, Math.min(first + BATCH - 1, size)));
    tell(table);
  }
  await db.query('DROP TABLE bench_pieces');
  await db.query(
    'ANALYZE TABLE topics, events, topic_stays, event_topics, todos, sessions, session_topics, minutes, outcomes, tasks',
  );
  await db.end();
}

/** The same for a database by its address; needs the built server. */
export async function seedFigures(url) {
  const db = await createConnection(url.replace(/^mariadb:/, 'mysql:'));
  await countFigures(db);
  await db.end();
}

/** What the dashboard reads of so many topics, counted as the server counts it at night. */
export async function countFigures(db) {
  const { recountOf, sumOfTownships } = await import(at('server/dist/figures/figure-recount.sql.js'));
  for (const table of ['figure_deltas', 'figure_cells', 'figure_years'])
    await db.query(`DELETE FROM ${table} WHERE region LIKE ?`, [`${COUNTY}%`]);
  const count = (region, { sql, params }) =>
    db.query(
      `INSERT INTO figure_cells (region, measure, period, name, seen, n)
       SELECT ?, measure, period, name, seen, SUM(n) FROM (${sql}) counted GROUP BY measure, period, name, seen`,
      [region, ...params],
    );
  const [townships] = await db.query(`SELECT code FROM regions WHERE level = 'township' AND parent = ?`, [COUNTY]);
  for (const { code } of townships) await count(code, recountOf({ options: { type: 'mariadb' } }, code));
  await count(COUNTY, sumOfTownships(COUNTY));
  await db.query(
    `INSERT INTO figure_years (region, measure, period, name, seen, n)
     SELECT region, measure, SUBSTR(period, 1, 4) AS year, name, seen, SUM(n) FROM figure_cells WHERE region LIKE ?
     GROUP BY region, measure, year, name, seen`,
    [`${COUNTY}%`],
  );
}

async function addPlaces(db) {
  const regions = TOWNSHIPS.flatMap((name, i) => {
    const township = `${COUNTY}${String(i + 1).padStart(3, '0')}`;
    const below = COMMUNITIES.map((community, n) => [
      `${township}${String(n + 1).padStart(3, '0')}`,
      community,
      'community',
      township,
    ]);
    return [[township, name, 'township', COUNTY], ...below];
  });
  await db.query('INSERT IGNORE INTO regions (code, name, level, parent) VALUES ?', [regions]);
}

async function addPieces(db) {
  await db.query('CREATE TABLE bench_pieces (kind varchar(12), i int, text varchar(60), PRIMARY KEY (kind, i))');
  const rows = Object.entries(PIECES).flatMap(([kind, texts]) => texts.map((text, i) => [kind, i, text]));
  await db.query('INSERT INTO bench_pieces (kind, i, text) VALUES ?', [rows]);
}

/** A ULID-shaped id: a letter of its table, 22 of its number. */
const idOf = (table, number) => `01B${table}${String(number).padStart(22, '0')}`;

/** Adds residents who can be signed in as, so that no one of them raises more in a day than allowed. */
export async function seedResidents(url, count) {
  const db = await createConnection(url.replace(/^mariadb:/, 'mysql:'));
  const ids = Array.from({ length: count }, (_, n) => idOf('P', n));
  const now = Date.now();
  await db.query('INSERT INTO people (id, name, home_township, created_at) VALUES ?', [
    ids.map((id, n) => [id, `居民${n}`, TOWNSHIP, now]),
  ]);
  await db.query('INSERT INTO grants (id, person_id, role, region) VALUES ?', [
    ids.map((id, n) => [idOf('G', n), id, 'resident', TOWNSHIP]),
  ]);
  await db.query('INSERT INTO identities (id, provider, subject, person_id) VALUES ?', [
    ids.map((id, n) => [idOf('S', n), 'demo', id, id]),
  ]);
  await db.end();
  return ids;
}
