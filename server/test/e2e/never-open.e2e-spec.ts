import {
  chinaMoment,
  OPEN_DATASETS,
  OPEN_FORMATS,
  type OpenPage,
  openFileName,
  plainPath,
  STAY_STATES,
  TOPIC_CATEGORIES,
} from '@consult/shared';
import { SEALED_MARKERS, writeConfidential } from '../support/confidential.js';
import { createDemoEnvironment, type DemoEnvironment } from '../support/demo.js';
import { fillWithMarkers, markersIn } from '../support/markers.js';
import { OpenClient } from '../support/open.js';
import { ANYONE, ROUTES } from '../support/route-matrix.js';

const LOADING_MS = 300_000;
const NOW = chinaMoment('2026-02-19', '10:00');

/** What open data say in words that somebody wrote: titles, what was promised, and what offices and places are called. */
const OPEN_WORDS = [
  '«departments.name»',
  '«outcomes.title»',
  '«regions.name»',
  '«sessions.title»',
  '«tasks.what»',
  '«topics.title»',
];

/**
 * What the pages that anyone can open say besides, names only where people raised something under theirs or held an
 * office at a meeting. Nothing is added here without a decision to publish it.
 */
const PAGE_WORDS: readonly string[] = [
  '«cases.background»',
  '«cases.lessons»',
  '«cases.process»',
  '«cases.result»',
  '«cases.title»',
  '«cases.turning_points»',
  '«events.reason»',
  // The programme and the polls; hands and points are cut off, see live.audience.ts.
  '«live_entries.body»',
  '«minutes.chair_name»',
  '«minutes.consensus»',
  '«minutes.department_answers»',
  '«minutes.dissent»',
  // The report of a round that has ended, as its own page shows it.
  '«minutes.opinions»',
  '«minutes.place»',
  '«minutes.points»',
  '«minutes.programme»',
  '«minutes.questions»',
  '«minutes.recorder_name»',
  '«minutes.session_title»',
  '«minutes.situation»',
  '«minutes.tasks»',
  '«minutes_revisions.content»',
  '«opinion_rounds.intro»',
  '«opinion_rounds.question»',
  '«opinion_rounds.title»',
  '«opinion_statements.text»',
  '«outcomes.agreed_tasks»',
  '«outcomes.consensus»',
  '«outcomes.dissent»',
  '«outcomes.document_number»',
  '«outcomes.opinions»',
  '«outcomes.suggestions»',
  '«outcomes.summary»',
  '«people.name»',
  '«plans.title»',
  '«questionnaires.intro»',
  '«questionnaires.questions»',
  '«questionnaires.title»',
  '«ratings.comment»',
  '«region_settings.settings»',
  '«research.questions»',
  '«research.summary»',
  '«research.title»',
  '«sessions.place»',
  '«sessions.programme»',
  '«sessions.questions»',
  '«task_progress.text»',
  '«tasks.funds»',
  '«tasks.reply_reason»',
  '«tasks.reply_text»',
  '«topics.affected»',
  '«topics.description»',
  '«topics.on_behalf_of»',
  '«topics.place»',
  '«topics.suggestion»',
  '«topics.tried»',
  '«task_milestones.name»',
  '«task_photo_pairs.label»',
  '«task_spendings.what»',
];

/** What has to be in the database for this test to mean something. */
const SECRETS = [
  'people.name',
  'phones.phone',
  'participants.guest_name',
  'participants.guest_unit',
  'participants.recommended_by',
  'topics.on_behalf_of',
  'topics.on_behalf_phone',
  'outcomes.recipients',
  'outcomes.instructor',
  'outcomes.instruction',
  'minutes_objections.text',
  'events.reason',
  'ratings.comment',
  'content_checks.title',
  'live_entries.body',
  'research_visits.found',
  'staff_accounts.totp_secret',
  'identities.subject',
  'feedback.text',
  'feedback.contact',
  'feedback.answer',
  'reports.note',
  'reports.reply',
  'moderation_events.reason',
  'phone_reveals.reason',
];

describe('what must never leave', () => {
  let demo: DemoEnvironment;
  let open: OpenClient;
  let counties: string[];
  let marked: string[];
  beforeAll(async () => {
    demo = await createDemoEnvironment(NOW);
    open = new OpenClient(demo.cast.visitor.url);
    await writeConfidential(demo.app, NOW);
    // Some of what is public becomes sensitive, and some is taken down or not checked yet. Every other topic by age, as
    // codes are drawn by lot and may hit nearly all that has an outcome.
    await demo.database.write(async (db) => {
      await db.query(`UPDATE topics SET is_public = 0, sensitive = 1 WHERE id IN (SELECT id FROM
        (SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS place FROM topics) aged WHERE place % 2 = 0)`);
      for (const table of ['sessions', 'outcomes', 'minutes']) {
        await db.query(
          `UPDATE ${table} SET content = 'taken_down' WHERE id IN (SELECT id FROM ${table} ORDER BY id LIMIT 2)`,
        );
      }
      await db.query("UPDATE topics SET on_behalf_phone = 'x' WHERE on_behalf_of IS NOT NULL");
      await db.query("UPDATE ratings SET comment = '楼道里的灯还是不亮', content = 'pending'");
      await db.query(`UPDATE tasks SET listed = 0 WHERE NOT EXISTS (SELECT 1 FROM session_topics st
        JOIN topics t ON t.id = st.topic_id WHERE st.session_id = tasks.session_id AND t.is_public = 1)`);
    });
    marked = await fillWithMarkers(demo.database, SEALED_MARKERS);
    const rows: { code: string }[] = await demo.database.read.query("SELECT code FROM regions WHERE level = 'county'");
    counties = rows.map(({ code }) => code);
  }, LOADING_MS);
  afterAll(() => demo.stop());

  it('is in the database', async () => {
    expect(SECRETS.filter((secret) => !marked.includes(secret))).toEqual([]);
    // A guest had the floor where the minutes are open to everyone.
    const [spoken]: { n: number }[] = await demo.database.read.query(
      "SELECT COUNT(*) AS n FROM minutes WHERE state = 'published' AND content = 'passed' AND points LIKE '%\"seconds\":%'",
    );
    expect(Number(spoken?.n)).toBeGreaterThan(0);
    // Reasons for those who handle things alone, beside those for everyone.
    const [row]: { inside: number }[] = await demo.database.read.query(
      "SELECT COUNT(*) AS inside FROM events WHERE reason = '«!events.reason»'",
    );
    expect(Number(row?.inside)).toBeGreaterThan(0);
  });

  it('is in no file of open data, of any format', async () => {
    const found = new Set<string>();
    const rows: Record<string, number> = {};
    for (const region of counties) {
      for (const dataset of OPEN_DATASETS) {
        for (const format of OPEN_FORMATS) {
          const text = await open.file(openFileName({ dataset, region, year: null, format }));
          for (const marker of markersIn(text)) found.add(marker);
          if (format === 'ndjson') rows[dataset] = (rows[dataset] ?? 0) + text.split('\n').length - 1;
        }
      }
    }
    expect([...found].sort()).toEqual(OPEN_WORDS);
    // Every dataset had something to give away.
    expect(Object.entries(rows).filter(([, n]) => n <= 2)).toEqual([]);
  });

  it('is in no page of the read API and in no single answer', async () => {
    const found = new Set<string>();
    for (const region of counties) {
      for (const dataset of OPEN_DATASETS) {
        for (let after: string | null = ''; after !== null; ) {
          const from: string = after && `&after=${encodeURIComponent(after)}`;
          const page: OpenPage = await open.json(`/${dataset}?region=${region}${from}`);
          for (const marker of markersIn(JSON.stringify(page))) found.add(marker);
          for (const { code } of page.items.slice(0, 5)) {
            if (code === undefined) continue;
            for (const marker of markersIn(await (await open.get(`/${dataset}/${code}`)).text())) found.add(marker);
          }
          after = page.nextAfter;
        }
      }
    }
    expect([...found].sort()).toEqual(OPEN_WORDS);
  });

  it('is not to be had by asking for a hidden item by its code', async () => {
    const hidden: { dataset: string; code: string }[] = await demo.database.read.query(
      `SELECT 'topics' AS dataset, code FROM topics WHERE is_public = 0
       UNION ALL SELECT 'promises', code FROM tasks WHERE listed = 0
       UNION ALL SELECT 'evaluations', code FROM tasks WHERE listed = 0
       UNION ALL SELECT 'sessions', id FROM sessions WHERE content <> 'passed' OR announced_at IS NULL
       UNION ALL SELECT 'outcomes', id FROM outcomes WHERE content <> 'passed' OR published_at IS NULL`,
    );
    expect(hidden.length).toBeGreaterThan(20);
    for (const { dataset, code } of hidden) {
      expect([dataset, (await open.get(`/${dataset}/${code}`)).status]).toEqual([dataset, 404]);
    }
  });

  it('is in nothing that a visitor is answered on any route', async () => {
    const found = new Map<string, string>();
    const ids = await idsByKind(demo);
    let answered = 0;
    for (const [route, letters] of Object.entries(ROUTES)) {
      if (letters !== ANYONE || !route.startsWith('GET ') || route.startsWith('GET /open') || SKIP.test(route))
        continue;
      for (const path of pathsOf(route.slice(4), ids, counties)) {
        const { status, body } = await demo.cast.visitor.get<unknown>(path);
        expect([path, status]).not.toEqual([path, 429]);
        if (status !== 200) continue;
        answered += 1;
        for (const marker of markersIn(JSON.stringify(body))) if (!found.has(marker)) found.set(marker, path);
      }
    }
    const beyond = [...found].filter(([marker]) => !PAGE_WORDS.includes(marker) && !OPEN_WORDS.includes(marker));
    expect(beyond).toEqual([]);
    expect(answered).toBeGreaterThan(100);
  });

  it('is on no page without the app, of any topic, promise or region', async () => {
    const topics: { code: string }[] = await demo.database.read.query('SELECT code FROM topics ORDER BY id');
    const promises: { code: string }[] = await demo.database.read.query('SELECT code FROM tasks ORDER BY id');
    const paths = [
      '/t',
      ...topics.map(({ code }) => plainPath('topic', code)),
      ...promises.map(({ code }) => plainPath('promise', code)),
      ...counties.map((code) => plainPath('region', code)),
    ];
    const found = new Set<string>();
    let answered = 0;
    for (const path of paths) {
      const response = await fetch(demo.cast.visitor.url + path, { redirect: 'manual' });
      if (response.status !== 200) continue;
      answered += 1;
      for (const marker of markersIn(await response.text())) found.add(marker);
    }
    // Who raised or said something is named nowhere on them.
    const allowed = [...PAGE_WORDS, ...OPEN_WORDS].filter((word) => word !== '«people.name»');
    expect([...found].filter((marker) => !allowed.includes(marker))).toEqual([]);
    for (const word of ['«outcomes.consensus»', '«outcomes.dissent»', '«tasks.reply_text»'])
      expect(found).toContain(word);
    expect(answered).toBeGreaterThan(20);
  });
});

/** Who one may be in the demo, and what WeChat asks, are nobody's page. */
const SKIP = /\/identity\/|\/wechat\/|\/messages\/|\{size\}|\{short\}|calendar|paper/;

async function idsByKind(demo: DemoEnvironment): Promise<Record<string, string[]>> {
  const tables = [
    'topics',
    'plans',
    'sessions',
    'minutes',
    'outcomes',
    'tasks',
    'opinion_rounds',
    'research',
    'questionnaires',
  ];
  const ids: Record<string, string[]> = {};
  for (const table of tables) {
    const rows: { id: string }[] = await demo.database.read.query(`SELECT id FROM ${table} ORDER BY id`);
    ids[table.replace('_', '-')] = rows.map(({ id }) => id);
  }
  return ids;
}

/** The addresses of a route: of each item it can be asked of, or of each county. */
function pathsOf(template: string, ids: Record<string, string[]>, counties: readonly string[]): string[] {
  const [, first = ''] = template.split('/');
  if (template.includes('{id}')) {
    const paths = (ids[first] ?? []).map((id) => template.replace('{id}', id));
    return paths.filter((path) => !path.includes('{'));
  }
  if (template.endsWith('/stays')) {
    return counties.flatMap((region) =>
      STAY_STATES.flatMap((state) => {
        const path = `${template}?region=${region}&period=all&state=${state}&limit=50`;
        return [path, `${path}&longerThan=0`];
      }),
    );
  }
  if (template.includes('{code}')) return counties.map((code) => template.replace('{code}', code));
  const query = (region: string) => `region=${region}&township=${region}001&category=${TOPIC_CATEGORIES[0]}&limit=50`;
  return counties.flatMap((region) => [
    `${template}?region=${region}&limit=50`,
    `${template}?${query(region)}`,
    `${template}?township=${region}001`,
  ]);
}
