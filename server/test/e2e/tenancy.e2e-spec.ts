import {
  DAY_MS,
  type GrantView,
  type MessageView,
  type NewOpenKey,
  type Page,
  type SignInView,
  type TopicDetail,
} from '@consult/shared';
import { call, UNKNOWN } from '../support/call-route.js';
import type { Client } from '../support/client.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Rounds } from '../support/opinions.js';
import { ResearchStage, sheet } from '../support/research.js';
import { ROUTES } from '../support/route-matrix.js';
import { arrangementOf } from '../support/sessions.js';
import { PLACE, topicInput } from '../support/topics.js';

const COUNTY = PLACE.townshipCode.slice(0, 6);

/** Something that the convener of 沿河街道 was told. */
async function aMessage(env: TestEnvironment): Promise<string> {
  await env.work();
  const { client } = await env.cast.one('convener', PLACE.township);
  const { items } = await client.ok(client.get<Page<MessageView>>('/messages?limit=1'));
  return items[0]?.id ?? '';
}

/** The role of the resident of 沿河街道. */
async function aGrant(env: TestEnvironment): Promise<string> {
  const { id } = await env.cast.one('resident', PLACE.township);
  const { client } = await env.cast.one('admin', PLACE.county);
  const { items } = await client.ok(client.get<Page<GrantView>>(`/people/${id}/grants`));
  return items[0]?.id ?? '';
}

describe.each(DATABASES)('one township’s staff and another’s data on %s', (kind) => {
  let env: TestEnvironment;
  let ids: Record<string, string>;
  let bodies: Record<string, unknown>;
  const shown = new Set<string>();

  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    const stage = new ResearchStage(env);
    const course = new Course(env);
    const finished = await course.task();
    await course.answer(finished.taskId);
    await course.evaluate(finished.taskId);
    const { id: story } = await course.post<{ id: string }>(await course.convener(), '/cases', {
      topicId: finished.topicId,
    });
    const resident = await env.cast.one('resident', PLACE.township);
    const { id: topic } = await resident.client.ok(resident.client.post<{ id: string }>('/topics', topicInput()));
    const task = await course.task();
    const ended = await stage.ended();
    const { id: session } = await stage.called();
    const plan = await course.plan();
    const rounds = new Rounds(env);
    const { id: round } = await rounds.draft();
    const { topicId: _, sessionId: __, ...roundFields } = rounds.input();
    const staff = await env.cast.one('convener', PLACE.township);
    const admin = await env.cast.one('admin', PLACE.county);
    await admin.client.ok(admin.client.post('/staff-accounts', { personId: staff.id, username: 'yanhe' }));
    const openKey = await admin.client.ok(
      admin.client.post<NewOpenKey>('/open-keys', { region: COUNTY, holder: '某某大学', purpose: '研究' }),
    );
    const signIns = await resident.client.ok(resident.client.get<Page<SignInView>>('/identity/sign-ins'));
    const { id: research } = await stage.begun();
    const questionnaire = await stage.builtForm(research);
    ids = {
      people: resident.id,
      'staff-accounts': staff.id,
      'open-keys': openKey.id,
      identity: signIns.items[0]?.id ?? '',
      topics: topic,
      plans: plan,
      sessions: session,
      'opinion-rounds': round,
      minutes: ended.minutesId,
      outcomes: task.outcomeId,
      tasks: task.taskId,
      research,
      questionnaires: questionnaire,
      cases: story,
      messages: await aMessage(env),
      grants: await aGrant(env),
    };
    // What anyone may read; the others are not even known to outsiders.
    for (const noun of ['outcomes', 'tasks']) shown.add(noun);
    const reason = '这是理由';
    const department = await course.departmentId();
    bodies = {
      'PUT /regions/{code}/settings': { brandName: '别处协商' },
      'POST /people/{id}/phone-reveals': { reason: '核对议题' },
      'POST /topics/{id}/recorded-phone-reveals': { reason: '核对议题' },
      'POST /people/{id}/grants': { role: 'member', region: PLACE.townshipCode },
      'PUT /topics/{id}': (({ submit: _, ...input }) => input)(topicInput()),
      'POST /topics/{id}/decline': { reason, redirect: 'hotline' },
      'POST /topics/{id}/merge': { into: UNKNOWN },
      'POST /topics/{id}/shortlist': { planId: plan },
      'PUT /topics/{id}/sensitivity': { sensitive: true, reason },
      'PUT /sessions/{id}': { ...(await stage.input([topic])), revision: 0 },
      'POST /sessions/{id}/rearrange': { ...arrangementOf(await stage.input([topic])), reason, revision: 0 },
      'PUT /research/{id}': { ...(await stage.plan()), revision: 0 },
      'PUT /research/{id}/report': stage.reportInput(),
      'POST /research/{id}/visits': {
        visitedAt: stage.now - DAY_MS,
        place: '别处',
        who: '住户',
        found: '情况',
        photos: [],
      },
      'POST /research/{id}/send-back': { reason },
      'POST /research/{id}/reopen': { reason },
      'POST /research/{id}/withdraw': { reason },
      'POST /research/{id}/carry': { sessionId: session },
      'POST /research/{id}/questionnaires': stage.form(),
      'PUT /questionnaires/{id}': { ...stage.form(), revision: 0 },
      'POST /questionnaires/{id}/answers': sheet(),
      'PUT /cases/{id}': {
        title: '别处的案例',
        background: '背景',
        process: '过程',
        turningPoints: ['转折'],
        result: '结果',
        lessons: '启示',
        photos: [],
        revision: 0,
      },
      'POST /sessions/{id}/sign-up': { category: 'resident' },
      'POST /sessions/{id}/participants': { personId: resident.id, category: 'resident' },
      'POST /sessions/{id}/guests': { name: '王秀英', category: 'resident' },
      'POST /sessions/{id}/materials': { title: '资金测算', audience: 'public', text: '两套方案。' },
      'POST /sessions/{id}/draws': { quotas: [{ category: 'resident', count: 1 }] },
      'POST /sessions/{id}/draws/entries': { category: 'resident' },
      'POST /sessions/{id}/roll': { participantId: UNKNOWN, present: true },
      'POST /sessions/{id}/check-in': { token: 'token-of-another-door' },
      'POST /sessions/{id}/live/more-time': { seconds: 60 },
      'POST /sessions/{id}/live/queue': { order: [UNKNOWN] },
      'POST /sessions/{id}/live/polls': { question: '同意吗' },
      'POST /sessions/{id}/live/polls/{pollId}/votes': { option: 0 },
      'POST /sessions/{id}/live/polls/{pollId}/room': { counts: [1, 0] },
      'POST /sessions/{id}/live/points': { text: '路灯不亮' },
      'POST /sessions/{id}/live/points/{pointId}/take': { taken: true },
      'POST /sessions/{id}/live/notice': { text: '请坐好' },
      'PUT /opinion-rounds/{id}': { ...roundFields, revision: 0 },
      'POST /opinion-rounds/{id}/votes': { statementId: UNKNOWN, vote: 'agree' },
      'POST /opinion-rounds/{id}/statements': { text: '我从别处来说一句' },
      'PUT /minutes/{id}': await stage.content(),
      'PUT /minutes/{id}/held': { heldAt: env.clock.now(), place: '社区二楼会议室', chair: '李建国' },
      'PUT /minutes/{id}/signatories': { signatoryIds: [resident.id], reason },
      'POST /minutes/{id}/objections': { text: '我有不同意见' },
      'POST /minutes/{id}/objections/{objectionId}/answer': { answer: '已核对', upheld: false },
      'PUT /outcomes/{id}': { summary: '这是一份别处的公开摘要', suggestions: [], tasks: [], revision: 0 },
      'POST /outcomes/{id}/instruct': { instructor: '某某', instruction: '请办理' },
      'POST /tasks/{id}/reassign': { departmentId: department },
      'POST /tasks/{id}/parts': {
        what: '修好台阶',
        leadDepartmentId: department,
        coDepartmentIds: [],
        dueAt: stage.now + DAY_MS,
        weight: 1,
      },
      'POST /tasks/{id}/milestones': { name: '立项', plannedAt: stage.now },
      'PUT /tasks/{id}/milestones/{milestoneId}': { name: '立项', plannedAt: stage.now },
      'PUT /tasks/{id}/funds': { planned: 1 },
      'POST /tasks/{id}/spendings': { amount: 1, spentAt: stage.now, what: '水泥' },
      'POST /tasks/{id}/dependencies': { waitsForId: UNKNOWN },
      'POST /tasks/{id}/photo-pairs': { label: '台阶', after: UNKNOWN },
      'PUT /tasks/{id}/photo-pairs/{pairId}': { label: '台阶', after: UNKNOWN },
      'PUT /tasks/{id}/supervisor': { personId: resident.id },
      'POST /tasks/{id}/supervisions': { text: '请抓紧' },
      'POST /tasks/{id}/extensions': { dueAt: env.clock.now() + 99 * DAY_MS, reason },
      'POST /tasks/{id}/handovers': { departmentId: department, reason },
      'POST /tasks/{id}/requests/{requestId}/decide': { grant: true, reason },
      'POST /tasks/{id}/ask-visitor': { personId: resident.id },
      'POST /tasks/{id}/urge': { text: '请抓紧办理' },
      'POST /tasks/{id}/progress': { text: '正在办理', photos: [] },
      'POST /tasks/{id}/reply': { replyClass: 'A', text: '已经办好', photos: [] },
      'POST /tasks/{id}/visit': { visitedAt: stage.now, finding: 'done', text: '看过了', photos: [] },
      'POST /tasks/{id}/look-back': { lookBackId: UNKNOWN, works: true, photos: [] },
      'POST /tasks/{id}/look-back-reply': { lookBackId: UNKNOWN, text: '已经修好' },
      'POST /tasks/{id}/rate': { process: 'fair', result: 'fair', handling: 'fair' },
      ...Object.fromEntries(
        ['return', 'drop', 'party-send-back', 'county-send-back', 'suspend', 'withdraw'].map((move) => [
          `POST /topics/{id}/${move}`,
          { reason },
        ]),
      ),
      ...Object.fromEntries(
        [
          'POST /plans/{id}/party-send-back',
          'POST /plans/{id}/county-send-back',
          'POST /sessions/{id}/postpone',
          'POST /sessions/{id}/cancel',
          'POST /opinion-rounds/{id}/withdraw',
          'POST /minutes/{id}/revise',
          'POST /minutes/{id}/correct',
          'POST /tasks/{id}/refuse',
          'POST /tasks/{id}/pause',
          'POST /tasks/{id}/keep-paused',
          'POST /tasks/{id}/review',
          'POST /tasks/{id}/restart',
          'POST /tasks/{id}/reconsult',
          'POST /tasks/{id}/close',
          'POST /tasks/{id}/reopen',
          'POST /cases/{id}/return',
          'POST /cases/{id}/withdraw',
        ].map((route) => [route, { reason }]),
      ),
    };
  }, 60_000);
  afterAll(() => env.stop());

  const outsiders = (): Promise<readonly [string, Client]>[] =>
    (
      [
        ['convener', '曙光街道'],
        ['party_committee', '曙光街道'],
        ['member', '曙光街道'],
        ['resident', '曙光街道'],
        ['county_office', '墨阳县'],
        ['department', '墨阳县'],
        ['admin', '墨阳县'],
      ] as const
    ).map(async ([role, place]) => [`${role} of ${place}`, (await env.cast.one(role, place)).client] as const);

  const withItem = Object.keys(ROUTES).filter(
    (route) => route.includes('{id}') && !/attachments|\/materials\/\{id\}|\/qr\//.test(route),
  );

  it.each(withItem)('%s is refused to outsiders, who cannot tell it from what does not exist', async (route) => {
    const noun = /^\w+ \/([\w-]+)/.exec(route)?.[1] ?? '';
    const id = ids[noun] ?? '';
    const isRead = route.startsWith('GET');
    for (const [who, client] of await Promise.all(outsiders())) {
      const real = await call(client, route, { id }, bodies[route]);
      const unknown = await call(client, route, {}, bodies[route]);
      if (isRead && shown.has(noun)) {
        expect([who, real.status]).toEqual([who, 200]);
        continue;
      }
      expect([who, real.body.code, real.status]).toEqual([
        who,
        expect.stringMatching(
          /ITEM.NOT_FOUND|AUTH.FORBIDDEN|REGION.OUTSIDE|TASK.NOT_INVOLVED|TASK.NOT_VISITOR|TASK.NOT_ASKED/,
        ),
        expect.any(Number),
      ]);
      if (!shown.has(noun)) expect([who, real.body.code]).toEqual([who, unknown.body.code]);
    }
  });

  it('leaves every item as it was', async () => {
    const convener = await env.cast.one('convener', PLACE.township);
    const states: string[] = [];
    for (const [noun, id] of Object.entries(ids)) {
      if (['identity', 'people', 'staff-accounts', 'open-keys', 'messages', 'grants'].includes(noun)) continue;
      const item = await convener.client.ok(convener.client.get<TopicDetail & { stage?: string }>(`/${noun}/${id}`));
      states.push(`${noun} ${item.state ?? item.stage}`);
    }
    expect(states).toEqual([
      'topics submitted',
      'plans drafting',
      'sessions preparing',
      'opinion-rounds draft',
      'minutes draft',
      'outcomes assigned',
      'tasks assigned',
      'research draft',
      'questionnaires draft',
      'cases draft',
    ]);
  });

  it.each([
    ['GET', `/topics/work?region=${PLACE.townshipCode}&state=submitted`],
    ['GET', `/sessions/work?region=${PLACE.townshipCode}`],
    ['GET', `/outcomes/work?region=${PLACE.townshipCode}`],
    ['GET', `/people?region=${PLACE.townshipCode}`],
  ])('%s %s is refused to another township’s convener', async (method, path) => {
    const { client } = await env.cast.one('convener', '曙光街道');
    expect(await client.refusal(client.send(method, path))).toMatchObject({ status: 403, code: 'REGION.OUTSIDE' });
  });

  it('does not let another county’s office change a township’s settings', async () => {
    const { client } = await env.cast.one('county_office', '墨阳县');
    expect(
      await client.refusal(client.put(`/regions/${PLACE.townshipCode}/settings`, { brandName: '别处协商' })),
    ).toMatchObject({ status: 403, code: 'REGION.OUTSIDE' });
    const own = await env.cast.one('county_office', PLACE.county);
    const { brandName } = await own.client.ok(
      own.client.put<{ brandName: string }>(`/regions/${PLACE.townshipCode}/settings`, { brandName: '沿河协商' }),
    );
    expect(brandName).toBe('沿河协商');
  });
});
