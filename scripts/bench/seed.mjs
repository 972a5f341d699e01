import { createConnection } from 'mysql2/promise';

/** 沿河街道 of the demo county; everything measured happens there. */
export const TOWNSHIP = '419902001';
const COUNTY = TOWNSHIP.slice(0, 6);
const BATCH = 1_000;
const EVENTS_A_TOPIC = 4;
/** One in so many topics waits for the convener. */
const WAITING = 4;
const CATEGORIES = ['交通出行', '人居环境', '公共安全', '养老助老', '物业管理', '生态环境'];
const HOUR = 3_600_000;

/** A ULID-shaped id: 10 characters of the moment, a letter of its table, 15 of its number. */
function idOf(table, at, number) {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  let time = '';
  for (let left = at, i = 0; i < 10; i += 1) {
    time = alphabet[left % 32] + time;
    left = Math.floor(left / 32);
  }
  return `${time}${table}${String(number).padStart(15, '0')}`;
}

/** A public code for a number. */
const codeOf = (number) => idOf('S', number, 0).slice(2, 10);

/**
 * Adds public topics with their timelines, and the convener's to-dos, to a database that holds the demo county.
 * @param {string} url of the database
 * @param {number} from how many there are already
 * @param {number} to how many there are to be
 */
export async function seedTopics(url, from, to) {
  const db = await createConnection(url);
  const [[raiser]] = await db.query(`SELECT person_id FROM grants WHERE role = 'resident' AND region = ?`, [TOWNSHIP]);
  const began = Date.now() - 400 * 24 * HOUR;
  for (let first = from; first < to; first += BATCH) {
    const topics = [];
    const events = [];
    const links = [];
    const todos = [];
    for (let n = first; n < Math.min(first + BATCH, to); n += 1) {
      // Spread over time so that a later number is a later moment at either size.
      const at = began + n * 300_000;
      const id = idOf('T', at, n);
      const title = `第${n}号院楼道照明与扶手改造`;
      const category = CATEGORIES[n % CATEGORIES.length];
      topics.push([
        id,
        codeOf(n),
        title,
        '楼道里没有灯，老人上下楼容易摔倒，希望尽快装上。'.repeat(6),
        category,
        'resident',
        'accepted',
        COUNTY,
        TOWNSHIP,
        `${TOWNSHIP}001`,
        false,
        false,
        true,
        raiser.person_id,
        n % 90,
        at,
        at + HOUR,
        at,
        at + HOUR,
      ]);
      for (let e = 0; e < EVENTS_A_TOPIC; e += 1) {
        const eventId = idOf('E', at + e * HOUR, n * EVENTS_A_TOPIC + e);
        events.push([
          eventId,
          'topic',
          id,
          e === 0 ? 'create' : 'accept',
          'submitted',
          'accepted',
          raiser.person_id,
          'convener',
          true,
          true,
          COUNTY,
          TOWNSHIP,
          'bench',
          at + e * HOUR,
        ]);
        links.push([id, eventId]);
      }
      if (n % WAITING === 0) {
        todos.push([
          idOf('D', at, n),
          'topic',
          id,
          `convener@${TOWNSHIP}`,
          '筛选议题',
          title,
          TOWNSHIP,
          at + 90 * 24 * HOUR,
          at,
        ]);
      }
    }
    await db.query(
      `INSERT INTO topics (id, code, title, description, category, source, state, county, township, community, anonymous,
         \`sensitive\`, is_public, raiser_id, cosigns, accepted_at, due_at, created_at, moved_at) VALUES ?`,
      [topics],
    );
    await db.query(
      `INSERT INTO events (id, kind, item_id, action, from_state, to_state, actor_id, capacity, is_public,
         reason_public, county, township, request_id, at) VALUES ?`,
      [events],
    );
    await db.query('INSERT INTO event_topics (topic_id, event_id) VALUES ?', [links]);
    await db.query(
      'INSERT INTO todos (id, kind, item_id, assignee, does, title, township, due_at, created_at) VALUES ?',
      [todos],
    );
  }
  await db.query('ANALYZE TABLE topics, events, event_topics, todos');
  await db.end();
}

/** Adds residents who can be signed in as, so that no one of them raises more in a day than allowed. */
export async function seedResidents(url, count) {
  const db = await createConnection(url);
  const ids = Array.from({ length: count }, (_, n) => idOf('P', Date.now(), n));
  const now = Date.now();
  await db.query('INSERT INTO people (id, name, home_township, created_at) VALUES ?', [
    ids.map((id, n) => [id, `居民${n}`, TOWNSHIP, now]),
  ]);
  await db.query('INSERT INTO grants (id, person_id, role, region) VALUES ?', [
    ids.map((id, n) => [idOf('G', now, n), id, 'resident', TOWNSHIP]),
  ]);
  await db.query('INSERT INTO identities (id, provider, subject, person_id) VALUES ?', [
    ids.map((id, n) => [idOf('S', now, n), 'demo', id, id]),
  ]);
  await db.end();
  return ids;
}
