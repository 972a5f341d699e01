import {
  chinaMoment,
  type InboxCount,
  type MinutesSummary,
  type OutcomeSummary,
  type Page,
  type PlanSummary,
  type SessionSummary,
  type StaffSignInAnswer,
  type TaskDetail,
  type TaskSummary,
  TOPIC_SOURCES,
  TOPIC_STATES,
  type TopicDetail,
  type TopicSummary,
} from '@consult/shared';
import { DEMO_STAFF } from '../../src/demo/staff-account.js';
import { codeAt } from '../../src/identity/authenticator.js';
import { createDemoEnvironment, type DemoEnvironment } from '../support/demo.js';

const LOADING_MS = 300_000;
const CITY = '4199';
const COUNTY = '419921';
const TOWNSHIPS = ['沿河街道', '曙光街道', '青石镇', '柳林镇', '临溪镇', '双桥镇', '白渠乡'];
const SENSITIVE = /办证|房产证/;

describe.each([
  ['a Thursday in the week of Spring Festival', chinaMoment('2026-02-19', '10:00')],
  ['a Sunday at the end of a month, before midnight', chinaMoment('2026-05-31', '23:30')],
  ['the first minutes of a year', chinaMoment('2026-01-01', '00:20')],
])('the demo county on %s', (_, now) => {
  let demo: DemoEnvironment;
  beforeAll(async () => {
    demo = await createDemoEnvironment(now);
  }, LOADING_MS);
  afterAll(() => demo.stop());

  const get = <T>(path: string) => demo.cast.visitor.ok(demo.cast.visitor.get<T>(path));
  /** Everything that a list holds, as a visitor sees it. */
  async function all<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: Page<T> = await get(`${path}&limit=50${after && `&after=${encodeURIComponent(after)}`}`);
      items.push(...page.items);
      after = page.nextAfter;
    }
    return items;
  }
  const topics = () => all<TopicSummary>(`/topics?region=${CITY}`);
  const column = async (sql: string) => {
    const rows: { value: string }[] = await demo.database.read.query(sql);
    return rows.map((row) => row.value).sort();
  };

  it('has a convener who signs in at a desktop with a password and a code', async () => {
    const { username, password, authenticator } = DEMO_STAFF;
    const body = { username, password, code: codeAt(authenticator, now) };
    const { visitor } = demo.cast;
    const { signedIn } = await visitor.ok(visitor.post<StaffSignInAnswer>('/identity/staff/sign-in', body));
    expect(signedIn?.me).toMatchObject({
      way: 'staff',
      grants: [{ role: 'convener' }],
      consentsDue: [],
      phoneDue: false,
    });
    expect(signedIn?.me.phone).toMatch(/^199\*{4}\d{4}$/);
  });

  it('has topics in every state and from every source', async () => {
    expect(await column('SELECT DISTINCT state AS value FROM topics')).toEqual([...TOPIC_STATES].sort());
    expect(await column('SELECT DISTINCT source AS value FROM topics')).toEqual([...TOPIC_SOURCES].sort());
  });

  it('happened in all townships, none of it later than today', async () => {
    const townships = new Set((await topics()).map((topic) => topic.townshipName));
    expect([...townships].sort()).toEqual([...TOWNSHIPS].sort());
    const [latest]: { at: number }[] = await demo.database.read.query('SELECT MAX(at) AS at FROM events');
    expect(Number(latest?.at)).toBeLessThanOrEqual(now);
  });

  it('shows in each county a promise whose day has passed', async () => {
    const overdue = await all<TaskSummary>(`/tasks?region=${CITY}&overdue=true`);
    expect(overdue.map((task) => task.what).sort()).toEqual(
      ['完成二百八十米路面硬化和错车道', '方案比选后再征求两栋楼的意见'].sort(),
    );
  });

  it('shows a session that agreed on nothing, and that the next one was put off', async () => {
    const none = (await all<OutcomeSummary>(`/outcomes?region=${CITY}`)).filter((o) => o.conclusion === 'none');
    expect(none).toHaveLength(1);
    const sessions = await all<SessionSummary>(`/sessions?region=${CITY}&when=past`);
    expect(sessions.map((session) => session.state)).toContain('postponed');
  });

  it('shows a result rated too low, which goes to a new session', async () => {
    const [again] = (await all<TaskSummary>(`/tasks?region=${CITY}&state=reconsulting`)).filter(
      (task) => task.replyClass === 'C',
    );
    const task = await get<TaskDetail>(`/tasks/${again?.id}`);
    expect(task.ratings).toEqual({ satisfied: 6, fair: 8, dissatisfied: 7 });
    expect(task.timeline.map((entry) => entry.action)).toEqual(expect.arrayContaining(['redo', 'reconsult']));
  });

  it('has sessions to come, one with people waiting for a seat, and one just called', async () => {
    const sessions = await all<SessionSummary>(`/sessions?region=${CITY}&when=upcoming`);
    expect(sessions.filter((session) => session.state === 'announced').length).toBeGreaterThanOrEqual(3);
    expect(sessions.some((session) => session.waiting > 0 && session.seated === session.seats)).toBe(true);
    expect(await column(`SELECT state AS value FROM sessions WHERE state = 'preparing'`)).not.toHaveLength(0);
  });

  it('has a draw that anybody can check, and a pool that is still open', async () => {
    expect(await column('SELECT state AS value FROM session_draws')).toEqual(['drawn', 'open']);
    expect(await column(`SELECT origin AS value FROM participants WHERE origin = 'drawn'`)).toHaveLength(5);
  });

  it('has minutes in a corrected version, and plans at every stage', async () => {
    const minutes = await all<MinutesSummary>(`/minutes?region=${CITY}`);
    expect(minutes.map((summary) => summary.version)).toContain(2);
    const { client } = await demo.cast.one('county_office', '墨阳县');
    const { items } = await client.ok(client.get<Page<PlanSummary>>(`/plans?region=${COUNTY}&limit=50`));
    const stages = new Set(items.map((plan) => plan.stage));
    expect([...stages].sort()).toEqual(['county_review', 'drafting', 'party_review', 'published']);
  });

  it('gives every convener something to do', async () => {
    for (const township of TOWNSHIPS) {
      const { client } = await demo.cast.one('convener', township);
      const { total } = await client.ok(client.get<InboxCount>('/inbox/count'));
      expect({ township, idle: total === 0 }).toEqual({ township, idle: false });
    }
  });

  it('tells the public nothing of what is sensitive', async () => {
    const lists = ['topics', 'minutes', 'outcomes', 'tasks', 'sessions'].map((noun) => `/${noun}?region=${CITY}`);
    for (const path of [...lists, `/sessions?region=${CITY}&when=past`, `/plans?region=${CITY}`]) {
      expect(JSON.stringify(await all(path))).not.toMatch(SENSITIVE);
    }
    const ids = 'SELECT session_id FROM session_topics s JOIN topics t ON t.id = s.topic_id WHERE t.sensitive = 1';
    const inside = [
      ...(await column('SELECT id AS value FROM topics WHERE sensitive = 1')).map((id) => `/topics/${id}`),
      ...(await column(`SELECT id AS value FROM sessions WHERE id IN (${ids})`)).map((id) => `/sessions/${id}`),
      ...(await column(`SELECT id AS value FROM minutes WHERE session_id IN (${ids})`)).map((id) => `/minutes/${id}`),
      ...(await column(`SELECT id AS value FROM outcomes WHERE session_id IN (${ids})`)).map((id) => `/outcomes/${id}`),
    ];
    expect(inside).toHaveLength(4);
    for (const path of inside) expect((await demo.cast.visitor.get(path)).status).toBe(404);
    const { client } = await demo.cast.one('convener', '柳林镇');
    for (const path of inside) expect((await client.get(path)).status).toBe(200);
  });

  it('has photos that anyone can open', async () => {
    const seen = (await topics()).find((topic) => topic.title.startsWith('河道垃圾'));
    const { photos } = await get<TopicDetail>(`/topics/${seen?.id}`);
    expect(photos).toMatchObject([{ width: 1200, height: 800 }]);
  });

  it('is left as it is by a second start', async () => {
    const before = await column('SELECT id AS value FROM events');
    expect(await demo.loadAgain()).toBe(false);
    expect(await column('SELECT id AS value FROM events')).toEqual(before);
  });
});
