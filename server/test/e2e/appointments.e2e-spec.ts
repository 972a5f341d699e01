import type {
  CountyPerson,
  Created,
  DepartmentView,
  GrantView,
  Me,
  MessageView,
  Page,
  Role,
  StaffEventView,
  StaffInitialPassword,
} from '@consult/shared';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Stage } from '../support/sessions.js';
import { acceptedTopic, PLACE } from '../support/topics.js';
import { consentToAll, fakeWechat, settledPerson, wechatPerson } from '../support/wechat-person.js';

const TOWNSHIP = PLACE.townshipCode;
const COUNTY = TOWNSHIP.slice(0, 6);
const OTHER_COUNTY = '419921';

describe.each(DATABASES)('giving and taking roles on %s', (kind) => {
  let env: TestEnvironment;
  let admin: Player;
  let office: Player;
  let numbers = 0;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    fakeWechat(env);
    admin = await env.cast.one('admin', PLACE.county);
    office = await env.cast.one('county_office', PLACE.county);
  });
  afterAll(() => env.stop());

  /** A resident who has just come by WeChat; each test takes another. */
  async function newcomer(township: string = TOWNSHIP) {
    numbers += 1;
    const phone = `1370000${String(numbers).padStart(4, '0')}`;
    return { ...(await settledPerson(env, `openid-appointed-${numbers}`, township, phone)), phone };
  }
  const give = (by: Player, personId: string, role: Role, region: string, departmentId?: string) =>
    by.client.post<GrantView>(`/people/${personId}/grants`, { role, region, ...(departmentId && { departmentId }) });
  const take = (by: Player, grantId: string) => by.client.delete<unknown>(`/grants/${grantId}`);
  const byPhone = (by: Player, phone: string, region = COUNTY) =>
    by.client.post<CountyPerson>('/people/by-phone', { region, phone });
  const find = (by: Player, query: string) =>
    by.client.get<Page<CountyPerson>>(`/people/county?region=${COUNTY}${query}`);
  const events = (by: Player, query = '') =>
    by.client.get<Page<StaffEventView>>(`/staff-events?region=${COUNTY}${query}`);
  const named = (name: string) => `&q=${encodeURIComponent(name)}`;

  it('finds people of the county by a part of the name, or by the whole number', async () => {
    const person = await newcomer();
    await person.client.ok(person.client.put('/me', { name: '纪晓岚岚' }));
    await env.work();
    const me = await person.client.ok(person.client.get<Me>('/me'));
    for (const by of [admin, office]) {
      const [found] = (await by.client.ok(find(by, named(me.name)))).items;
      expect(found).toMatchObject({
        id: person.id,
        homeTownshipName: PLACE.township,
        grants: [{ role: 'resident', roleLabel: '居民', regionName: PLACE.township, mayTake: false }],
      });
      expect(found?.phone).toMatch(/^137\*{4}\d{4}$/);
      expect(await by.client.ok(byPhone(by, person.phone))).toMatchObject({ id: person.id });
    }
    expect(await admin.client.refusal(byPhone(admin, '13799999999'))).toMatchObject({ code: 'ITEM.NOT_FOUND' });
    expect((await byPhone(admin, person.phone.slice(0, 7))).status).toBe(400);
  });

  it('shows nobody of another county, neither by name nor by number nor by id', async () => {
    const stranger = await newcomer('419921101');
    expect(await admin.client.refusal(byPhone(admin, stranger.phone))).toMatchObject({ code: 'ITEM.NOT_FOUND' });
    expect(await admin.client.refusal(byPhone(admin, stranger.phone, OTHER_COUNTY))).toMatchObject({
      code: 'REGION.OUTSIDE',
    });
    const listed = admin.client.get(`/people/${stranger.id}/grants`);
    expect(await admin.client.refusal(listed)).toMatchObject({ code: 'ITEM.NOT_FOUND' });
    expect(await admin.client.refusal(give(admin, stranger.id, 'member', TOWNSHIP))).toMatchObject({
      code: 'ITEM.NOT_FOUND',
    });
    expect(await admin.client.refusal(admin.client.get(`/staff-events?region=${OTHER_COUNTY}`))).toMatchObject({
      code: 'REGION.OUTSIDE',
    });
  });

  it('lists who has an office, page by page, and one role alone', async () => {
    const paged: CountyPerson[] = [];
    let after = '';
    do {
      const page = await admin.client.ok(find(admin, `&limit=20${after && `&after=${after}`}`));
      paged.push(...page.items);
      after = page.nextAfter ?? '';
    } while (after !== '');
    expect(new Set(paged.map(({ id }) => id)).size).toBe(paged.length);
    for (const { grants } of paged) expect(grants.some(({ role }) => role !== 'resident')).toBe(true);
    const conveners = await admin.client.ok(find(admin, '&role=convener&limit=50'));
    expect(conveners.items.length).toBeGreaterThan(1);
    for (const { grants } of conveners.items) expect(grants.map(({ role }) => role)).toContain('convener');
  });

  it('lets somebody work from the next request on, and no longer once it is taken', async () => {
    const person = await newcomer();
    const work = () => person.client.get(`/topics/work?region=${TOWNSHIP}&state=submitted`);
    expect((await work()).status).toBe(403);
    const grant = await admin.client.ok(give(admin, person.id, 'convener', TOWNSHIP));
    expect(grant).toMatchObject({
      roleLabel: '召集人',
      regionName: PLACE.township,
      departmentName: null,
      mayTake: true,
    });
    expect((await work()).status).toBe(200);
    const held = await admin.client.ok(admin.client.get<Page<GrantView>>(`/people/${person.id}/grants`));
    expect(held.items.map(({ role }) => role)).toEqual(['resident', 'convener']);
    expect((await take(admin, grant.id)).status).toBe(204);
    expect((await work()).status).toBe(403);
    expect(await admin.client.refusal(take(admin, grant.id))).toMatchObject({ code: 'ITEM.NOT_FOUND' });
  });

  it('tells whoever it is given to and taken from, once each', async () => {
    const person = await newcomer();
    const grant = await admin.client.ok(give(admin, person.id, 'convener', TOWNSHIP));
    const { items } = await person.client.ok(person.client.get<Page<MessageView>>('/messages'));
    expect(items).toMatchObject([{ title: '您有了新的身份', item: null, readAt: null }]);
    expect(items[0]?.body).toContain(`召集人（${PLACE.township}）`);
    await give(admin, person.id, 'convener', TOWNSHIP);
    await take(admin, grant.id);
    await take(admin, grant.id);
    const told = await person.client.ok(person.client.get<Page<MessageView>>('/messages'));
    expect(told.items.map(({ title }) => title).sort()).toEqual(['您有了新的身份', '您的身份有变动']);
  });

  it('gives a role of a department with a department of the county, and any other without', async () => {
    const { id } = await newcomer();
    const [own] = await office.client.ok(office.client.get<DepartmentView[]>(`/departments?region=${COUNTY}`));
    const [foreign] = await office.client.ok(
      office.client.get<DepartmentView[]>(`/departments?region=${OTHER_COUNTY}`),
    );
    const refused = async (role: Role, region: string, departmentId?: string) =>
      (await admin.client.refusal(give(admin, id, role, region, departmentId))).code;
    expect(await refused('department', COUNTY)).toBe('GRANT.DEPARTMENT');
    expect(await refused('department', COUNTY, foreign?.id)).toBe('GRANT.DEPARTMENT');
    expect(await refused('member', TOWNSHIP, own?.id)).toBe('GRANT.DEPARTMENT');
    expect(await admin.client.ok(give(admin, id, 'department', COUNTY, own?.id))).toMatchObject({
      departmentName: own?.name,
    });
    expect(await refused('department', COUNTY, own?.id)).toBe('GRANT.EXISTS');
  });

  it('leaves the county office its members and conveners, and everyone else none', async () => {
    const { id } = await newcomer();
    for (const role of ['member', 'convener'] as const) {
      expect((await give(office, id, role, TOWNSHIP)).status).toBe(201);
    }
    for (const [role, region] of [
      ['admin', COUNTY],
      ['county_office', COUNTY],
      ['party_committee', TOWNSHIP],
      ['city_office', '4199'],
      ['member', COUNTY],
      ['member', '419921101'],
    ] as const) {
      expect([role, (await office.client.refusal(give(office, id, role, region))).code]).toEqual([
        role,
        'GRANT.NOT_YOURS',
      ]);
    }
    const party = await admin.client.ok(give(admin, id, 'party_committee', TOWNSHIP));
    expect(await office.client.refusal(take(office, party.id))).toMatchObject({ code: 'GRANT.NOT_YOURS' });
    const convener = await env.cast.one('convener', PLACE.township);
    expect(await convener.client.refusal(give(convener, id, 'member', TOWNSHIP))).toMatchObject({
      code: 'AUTH.FORBIDDEN',
    });
  });

  it('raises nobody by their own hand, and leaves one of two administrators who take each other’s role', async () => {
    expect(await admin.client.refusal(give(admin, admin.id, 'convener', TOWNSHIP))).toMatchObject({
      code: 'GRANT.SELF',
    });
    const second = await newcomer();
    const hers = await admin.client.ok(give(admin, second.id, 'admin', COUNTY));
    const { items } = await admin.client.ok(admin.client.get<Page<GrantView>>(`/people/${admin.id}/grants`));
    const his = items.find(({ role }) => role === 'admin')?.id ?? '';
    expect(await admin.client.refusal(take(admin, his))).toMatchObject({ code: 'GRANT.SELF' });
    const statuses = await Promise.all([take(admin, hers.id), second.client.delete<unknown>(`/grants/${his}`)]).then(
      (answers) => answers.map(({ status }) => status),
    );
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    const left = await env.database.read.query("SELECT person_id FROM grants WHERE role = 'admin' AND region = ?", [
      COUNTY,
    ]);
    expect(left).toHaveLength(1);
    if (statuses[0] !== 204) {
      await second.client.ok(second.client.post(`/people/${admin.id}/grants`, { role: 'admin', region: COUNTY }));
      await admin.client.ok(take(admin, hers.id));
    }
  });

  it('gives the small session of a member who is none any more to the conveners', async () => {
    const person = { ...(await newcomer()), name: '新来的委员' };
    const grant = await admin.client.ok(give(admin, person.id, 'member', TOWNSHIP));
    const { id: topicId } = await acceptedTopic(env.cast);
    const stage = new Stage(env);
    const input = await stage.input([topicId]);
    const { id } = await person.client.ok(person.client.post<Created>('/sessions', input));
    expect(await stage.inboxOf(person, id)).toEqual(['发布会议通知']);
    expect((await take(admin, grant.id)).status).toBe(204);
    expect(await stage.inboxOf(person, id)).toEqual([]);
    const assignee = await env.database.read.query('SELECT assignee FROM todos WHERE item_id = ?', [id]);
    expect(assignee).toEqual([{ assignee: `convener@${TOWNSHIP}` }]);
  });

  it('keeps the last convener of a township, and the last of a role that something waits for, until somebody follows', async () => {
    const conveners: { id: string }[] = await env.database.read.query(
      "SELECT id FROM grants WHERE role = 'convener' AND region = ?",
      [TOWNSHIP],
    );
    await admin.client.ok(give(admin, (await newcomer()).id, 'convener', TOWNSHIP));
    // All that were there, at once: one person is left.
    const answers = await Promise.all(conveners.map(({ id }) => take(admin, id)));
    expect(answers.map(({ status }) => status)).toEqual(conveners.map(() => 204));
    const [last] = await env.database.read.query("SELECT id FROM grants WHERE role = 'convener' AND region = ?", [
      TOWNSHIP,
    ]);
    const isNeeded = async () => {
      const { items } = await admin.client.ok(find(admin, '&role=convener'));
      return items.flatMap(({ grants }) => grants).find(({ id }) => id === last.id)?.needsSuccessor;
    };
    expect(await isNeeded()).toBe(true);
    expect(await admin.client.refusal(take(admin, last.id))).toMatchObject({
      code: 'GRANT.LAST',
      message: expect.stringContaining('只剩这一位有“召集人”身份'),
    });
    const next = await admin.client.ok(give(admin, (await newcomer()).id, 'convener', TOWNSHIP));
    expect(await isNeeded()).toBe(false);
    const both = await Promise.all([take(admin, last.id), take(admin, next.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);

    // The last contact of a department goes, unless something waits for the department.
    const [department] = await admin.client.ok(admin.client.get<DepartmentView[]>(`/departments?region=${COUNTY}`));
    const contact = await admin.client.ok(give(admin, (await newcomer()).id, 'department', COUNTY, department?.id));
    expect((await take(admin, contact.id)).status).toBe(204);
  });

  it('makes a resident again of who has no role left, where they live', async () => {
    const member = await env.cast.one('member', PLACE.township);
    const { items } = await office.client.ok(office.client.get<Page<GrantView>>(`/people/${member.id}/grants`));
    for (const { id } of items) expect((await take(office, id)).status).toBe(204);
    const me = await member.client.ok(member.client.get<Me>('/me'));
    expect(me.grants.map(({ role, region }) => [role, region])).toEqual([['resident', TOWNSHIP]]);
  });

  it('opens an account for somebody new, with their role, in one step', async () => {
    const person = { name: '祝新来', phone: '13611112222', role: 'party_committee', region: TOWNSHIP };
    const open = (body: object) => admin.client.post<StaffInitialPassword>('/staff-accounts', body);
    const { personId, password } = await admin.client.ok(open({ username: 'new-staff', person }));
    expect(password).toHaveLength(14);
    expect(await admin.client.ok(byPhone(admin, person.phone))).toMatchObject({
      id: personId,
      name: '祝新来',
      grants: [{ role: 'party_committee', region: TOWNSHIP }],
    });
    const refused = async (body: object) => (await admin.client.refusal(open(body))).code;
    const other = { ...person, phone: '13611113333' };
    expect(await refused({ username: 'new-staff-2', person })).toBe('PHONE.TAKEN');
    expect(await refused({ username: 'new-staff', person: other })).toBe('STAFF.EXISTS');
    expect(await refused({ username: 'new-staff-3', person: { ...other, region: '419921101' } })).toBe(
      'GRANT.NOT_YOURS',
    );
    expect(await refused({ username: 'new-staff-3', person: other, personId })).toBe('REQUEST.INVALID');
    expect(await refused({ username: 'new-staff-3' })).toBe('REQUEST.INVALID');
    expect(await admin.client.refusal(byPhone(admin, other.phone))).toMatchObject({ code: 'ITEM.NOT_FOUND' });
  });

  it('keeps on record who did what to whom, for those who oversee the county', async () => {
    const person = { name: '辛可查', phone: '13611114444', role: 'convener', region: TOWNSHIP };
    const { personId } = await admin.client.ok(
      admin.client.post<StaffInitialPassword>('/staff-accounts', { username: 'on-record', person }),
    );
    await admin.client.ok(admin.client.post(`/staff-accounts/${personId}/reset`));
    await admin.client.ok(admin.client.delete(`/staff-accounts/${personId}`));
    const { items } = await office.client.ok(office.client.get<Page<GrantView>>(`/people/${personId}/grants`));
    await office.client.ok(take(office, items[0]?.id ?? ''));
    for (const by of [admin, office]) {
      const page = await by.client.ok(events(by, '&limit=5'));
      expect(page.items).toMatchObject([
        { actionLabel: '解除身份', actorName: office.name, roleLabel: '召集人', regionName: PLACE.township },
        { actionLabel: '停用工作账号', actorName: admin.name, personName: '辛可查', roleLabel: null },
        { actionLabel: '重置工作账号', personId },
        { actionLabel: '开通工作账号', personId },
        { actionLabel: '授予身份', personId, roleLabel: '召集人' },
      ]);
      const next = await by.client.ok(events(by, `&limit=5&after=${page.nextAfter}`));
      expect(next.items.map(({ id }) => id)).not.toContain(page.items[4]?.id);
    }
  });

  it('gives a role to somebody who belongs nowhere yet, found by their number', async () => {
    const { id, client } = await wechatPerson(env, 'openid-nowhere');
    await consentToAll(client);
    await client.ok(client.post('/me/phone', { code: '13611115555' }));
    expect(await admin.client.ok(byPhone(admin, '13611115555'))).toMatchObject({
      id,
      grants: [],
      homeTownshipName: null,
    });
    expect((await give(admin, id, 'member', TOWNSHIP)).status).toBe(201);
    expect((await client.ok(client.get<Me>('/me'))).grants).toMatchObject([{ role: 'member' }]);
  });
});
