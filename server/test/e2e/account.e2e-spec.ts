import {
  CONSENTS,
  type ConsentView,
  type Created,
  type Me,
  type MyData,
  type Page,
  type PhoneReveal,
  type PhoneRevealView,
  type TaskDetail,
  type TopicDetail,
} from '@consult/shared';
import { getMetadataArgsStorage } from 'typeorm';
import { PERSONAL_TABLES } from '../../src/account/personal-tables.js';
import { FieldCipher } from '../../src/common/crypto/field-cipher.js';
import { placeIn } from '../../src/common/crypto/sealed-field.js';
import { ENTITIES } from '../../src/database/entities.js';
import { ON_BEHALF_PHONE_FIELD } from '../../src/database/sealed-fields.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { PLACE, topicInput } from '../support/topics.js';
import { consentToAll, fakeWechat, settledPerson, wechatPerson } from '../support/wechat-person.js';

describe.each(DATABASES)('an account on %s', (kind) => {
  let env: TestEnvironment;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    fakeWechat(env);
  });
  afterAll(() => env.stop());

  const township = PLACE.townshipCode;

  it('comes about with the first sign-in by WeChat, once for each openid', async () => {
    const people = await Promise.all([1, 2, 3].map(() => wechatPerson(env, 'openid-first')));
    expect(new Set(people.map(({ id }) => id)).size).toBe(1);
    const { client } = await wechatPerson(env, 'openid-first');
    const me = await client.ok(client.get<Me>('/me'));
    expect(me).toMatchObject({
      grants: [],
      homeTownship: null,
      phone: null,
      consentsDue: ['privacy', 'agreement'],
      phoneDue: true,
      way: 'wechat',
    });
    expect(me.name).toMatch(/^居民\d{4}$/);
    expect((await client.get('/inbox')).status).toBe(200);
    expect(await client.refusal(client.post('/topics', topicInput()))).toMatchObject({ code: 'AUTH.FORBIDDEN' });
  });

  it('asks for consent before anything is written and for a phone number before anything is published', async () => {
    const { client } = await wechatPerson(env, 'openid-steps');
    const settled = await client.ok(client.put<Me>('/me/home-township', { township }));
    expect(settled).toMatchObject({ homeTownshipName: '沿河街道', grants: [{ role: 'resident', region: township }] });
    expect(await client.refusal(client.put('/me', { name: '张建国' }))).toMatchObject({ code: 'CONSENT.REQUIRED' });
    const refused = await client.refusal(client.post('/topics', topicInput()));
    expect(refused).toMatchObject({ status: 403, code: 'CONSENT.REQUIRED' });
    expect(refused.details).toEqual({ documents: ['privacy', 'agreement'] });
    await consentToAll(client);
    expect(await client.refusal(client.post('/topics', topicInput()))).toMatchObject({ code: 'PHONE.REQUIRED' });
    expect(await client.ok(client.post<Me>('/me/phone', { code: '13800001234' }))).toMatchObject({
      phone: '138****1234',
      phoneDue: false,
      consentsDue: [],
    });
    expect((await client.post('/topics', topicInput())).status).toBe(201);
    expect(await client.ok(client.put<Me>('/me', { name: '张建国' }))).toMatchObject({
      proposedName: { name: '张建国', state: 'pending' },
    });
    await env.work();
    expect(await client.ok(client.get<Me>('/me'))).toMatchObject({ name: '张建国', proposedName: null });
  });

  it('lives in one township, and moves', async () => {
    const { client } = await wechatPerson(env, 'openid-mover');
    await client.ok(client.put('/me/home-township', { township }));
    const moved = await client.ok(client.put<Me>('/me/home-township', { township: '419902002' }));
    expect(moved.grants).toEqual([expect.objectContaining({ role: 'resident', region: '419902002' })]);
    expect(await client.refusal(client.put('/me/home-township', { township: '999999999' }))).toMatchObject({
      code: 'REGION.NOT_FOUND',
    });
    const convener = await env.cast.one('convener', PLACE.township);
    const { grants } = await convener.client.ok(
      convener.client.put<Me>('/me/home-township', { township: '419902002' }),
    );
    expect(grants.map(({ role }) => role)).toEqual(['convener']);
  });

  it('has a phone number of its own, stored so that no one reads it', async () => {
    const one = await settledPerson(env, 'openid-one', township, '13811112222');
    const two = await wechatPerson(env, 'openid-two');
    await consentToAll(two.client);
    expect(await two.client.refusal(two.client.post('/me/phone', { code: '13811112222' }))).toMatchObject({
      code: 'PHONE.TAKEN',
    });
    await one.client.ok(one.client.post('/me/phone', { code: '13833334444' }));
    await two.client.ok(two.client.post('/me/phone', { code: '13811112222' }));
    expect(await dump()).not.toMatch(/13811112222|13833334444/);
  });

  it('keeps the history of what was agreed to and withdrawn', async () => {
    const { client } = await settledPerson(env, 'openid-consents', township, '13855556666');
    expect(await client.refusal(client.post('/me/consents', { document: 'privacy', version: '0.1' }))).toMatchObject({
      code: 'CONSENT.OLD_VERSION',
    });
    expect((await client.delete('/me/consents/privacy')).status).toBe(204);
    expect(await client.refusal(client.delete('/me/consents/privacy'))).toMatchObject({ code: 'ITEM.NOT_FOUND' });
    expect(await client.refusal(client.post('/topics', topicInput()))).toMatchObject({ code: 'CONSENT.REQUIRED' });
    await consentToAll(client);
    const { items } = await client.ok(client.get<Page<ConsentView>>('/me/consents'));
    expect(items[0]).toMatchObject({ title: '隐私政策', version: CONSENTS.privacy.version });
    expect(items.map(({ document, withdrawnAt }) => [document, withdrawnAt !== null])).toEqual([
      ['privacy', false],
      ['agreement', false],
      ['privacy', true],
    ]);
  });

  it('holds who is known to an administrator to what they withdrew, and asks them for nothing else', async () => {
    const { client } = await env.cast.one('resident', PLACE.township);
    expect((await client.post('/topics', topicInput())).status).toBe(201);
    await consentToAll(client);
    expect((await client.delete('/me/consents/privacy')).status).toBe(204);
    expect(await client.refusal(client.post('/topics', topicInput()))).toMatchObject({
      code: 'CONSENT.REQUIRED',
      details: { documents: ['privacy'] },
    });
    await consentToAll(client);
    expect((await client.post('/topics', topicInput())).status).toBe(201);
  });

  it('tells its owner which of the staff looked at the phone number, and why', async () => {
    const { id, client } = await settledPerson(env, 'openid-revealed', township, '13877778888');
    await client.ok(client.put('/me', { name: '赵明华' }));
    await env.work();
    const convener = await env.cast.one('convener', PLACE.township);
    const office = await env.cast.one('county_office', PLACE.county);
    const department = await env.cast.department('民政局', PLACE.county);
    const reveal = (by: typeof convener, reason = '核对议题里的门牌号') =>
      by.client.post<PhoneReveal>(`/people/${id}/phone-reveals`, { reason });
    expect(await convener.client.refusal(reveal(convener))).toMatchObject({ code: 'ITEM.NOT_FOUND' });
    const { id: topic } = await client.ok(client.post<Created>('/topics', topicInput()));
    const callable = async (by: typeof client) => (await by.ok(by.get<TopicDetail>(`/topics/${topic}`))).callable;
    expect(await callable(convener.client)).toEqual({ id, name: '赵明华' });
    expect(await callable(client)).toBeNull();
    const other = await env.cast.one('convener', '曙光街道');
    for (const outsider of [other, department]) {
      expect(await outsider.client.refusal(reveal(outsider))).toMatchObject({ code: 'ITEM.NOT_FOUND' });
    }
    expect((await reveal(convener, '')).status).toBe(400);
    expect(await convener.client.ok(reveal(convener))).toEqual({ phone: '13877778888' });
    expect((await reveal(office, '督办时联系')).status).toBe(200);
    const { items } = await client.ok(client.get<Page<PhoneRevealView>>('/me/phone-reveals'));
    expect(items).toMatchObject([
      { viewerName: office.name, capacityLabel: '县政协', reason: '督办时联系' },
      { viewerName: convener.name, capacityLabel: '召集人', reason: '核对议题里的门牌号' },
    ]);
    const list = (query: string) => office.client.get<Page<PhoneRevealView>>(`/phone-reveals?region=${query}`);
    const all = await office.client.ok(list('419902&limit=1'));
    expect(all.items[0]).toMatchObject({ personName: '赵**', viewerName: office.name });
    expect(all.nextAfter).toBe(all.items[0]?.id);
    expect(await office.client.refusal(list('419921'))).toMatchObject({ code: 'REGION.OUTSIDE' });
    expect(await dump()).not.toContain('13877778888');
  });

  it('lets a department that leads a task call who raised its topic', async () => {
    const course = new Course(env);
    await course.task();
    const resident = await env.cast.one('resident', PLACE.township);
    const [row] = await env.database.read.query(
      `SELECT d.name, t.session_id FROM tasks t JOIN departments d ON d.id = t.lead_department_id LIMIT 1`,
    );
    const lead = await env.cast.department(row.name, PLACE.county);
    const raisers: { raiser_id: string }[] = await env.database.read.query(
      'SELECT t.raiser_id FROM session_topics st JOIN topics t ON t.id = st.topic_id WHERE st.session_id = ?',
      [row.session_id],
    );
    expect(raisers.map((one) => one.raiser_id)).toContain(resident.id);
    const answer = lead.client.post<PhoneReveal>(`/people/${resident.id}/phone-reveals`, { reason: '上门前联系' });
    expect((await lead.client.ok(answer)).phone).toMatch(/^199/);
    const [task] = await env.database.read.query('SELECT id FROM tasks WHERE session_id = ?', [row.session_id]);
    const callable = async (by: typeof lead.client) => (await by.ok(by.get<TaskDetail>(`/tasks/${task.id}`))).callable;
    expect((await callable(lead.client)).map((person) => person.id)).toContain(resident.id);
    expect(await callable(resident.client)).toEqual([]);
  });

  it('keeps the number of somebody whom a convener writes for, encrypted', async () => {
    const { client } = await env.cast.one('convener', PLACE.township);
    const { submit: _, ...input } = topicInput();
    const recorded = { ...input, source: 'resident', onBehalfOf: '孙大娘' };
    expect((await client.post('/topics/recorded', { ...recorded, onBehalfPhone: '12345' })).status).toBe(400);
    const { id } = await client.ok(
      client.post<Created>('/topics/recorded', { ...recorded, onBehalfPhone: '138 1234 9876' }),
    );
    const [row] = await env.database.read.query('SELECT on_behalf_phone FROM topics WHERE id = ?', [id]);
    const place = placeIn(ON_BEHALF_PHONE_FIELD, id);
    expect(env.app.get(FieldCipher).open(row.on_behalf_phone, place)).toBe('13812349876');
    expect(await dump()).not.toContain('13812349876');
  });

  it('has a number that was recorded with a topic looked up by its convener alone, on record', async () => {
    const convener = await env.cast.one('convener', PLACE.township);
    const office = await env.cast.one('county_office', PLACE.county);
    const { submit: _, ...input } = topicInput();
    const record = (over: object) =>
      convener.client.ok(
        convener.client.post<Created>('/topics/recorded', {
          ...input,
          source: 'resident',
          onBehalfOf: '钱大娘',
          ...over,
        }),
      );
    const { id } = await record({ onBehalfPhone: '13812345670' });
    const without = await record({});
    const look = (by: typeof convener, topic: string, reason = '约时间上门') =>
      by.client.post<PhoneReveal>(`/topics/${topic}/recorded-phone-reveals`, { reason });
    const detail = (by: typeof convener) => by.client.ok(by.client.get<TopicDetail>(`/topics/${id}`));
    expect((await detail(convener)).hasRecordedPhone).toBe(true);
    expect((await detail(office)).hasRecordedPhone).toBe(false);
    expect((await look(convener, id, '看')).status).toBe(400);
    expect(await convener.client.ok(look(convener, id))).toEqual({ phone: '13812345670' });
    expect(await convener.client.refusal(look(convener, without.id))).toMatchObject({ code: 'PHONE.NONE' });
    const other = await env.cast.one('convener', '曙光街道');
    expect(await other.client.refusal(look(other, id))).toMatchObject({ code: 'ITEM.NOT_FOUND' });
    expect(await office.client.refusal(look(office, id))).toMatchObject({ code: 'AUTH.FORBIDDEN' });
    const { items } = await office.client.ok(
      office.client.get<Page<PhoneRevealView>>('/phone-reveals?region=419902&limit=1'),
    );
    expect(items).toMatchObject([
      { personId: null, personName: '钱**', viewerName: convener.name, capacityLabel: '召集人', reason: '约时间上门' },
    ]);
    expect(await dump()).not.toContain('13812345670');
  });

  it('gives its owner everything that is known of them in one file', async () => {
    const { client } = await settledPerson(env, 'openid-export', township, '13899990000');
    const input = topicInput();
    await client.ok(client.post('/topics', input));
    const answer = await client.get<MyData>('/me/export');
    expect(answer.headers.get('content-disposition')).toContain('my-data.json');
    const { records, labels } = answer.body;
    expect(records).toMatchObject({
      phones: [{ phone: '13899990000' }],
      identities: [{ provider: 'wechat', subject: 'openid-export' }],
      roles: [{ role: 'resident' }],
      topics: [{ title: input.title }],
      signIns: [{ way: 'wechat' }],
    });
    expect(records.consents).toHaveLength(2);
    expect(records.events?.length).toBeGreaterThan(0);
    expect(Object.keys(labels).sort()).toEqual(Object.keys(records).sort());
    expect(JSON.stringify(records)).not.toMatch(/hash|secret/i);
  });

  it('is not deleted by accident, nor under somebody who still has an office', async () => {
    const { client } = await wechatPerson(env, 'openid-careful');
    expect(await client.refusal(client.delete('/me'))).toMatchObject({ code: 'ACCOUNT.CONFIRM' });
    for (const [role, place, message] of [
      ['member', PLACE.township, '您现在是“政协委员”，不能直接注销账号。请先联系县（区）政协取消这个身份，再来注销'],
      ['convener', PLACE.township, '您现在是“召集人”，不能直接注销账号。请先联系县（区）政协取消这个身份，再来注销'],
      ['admin', PLACE.county, '您现在是“系统管理员”，不能直接注销账号。请先联系系统管理员取消这个身份，再来注销'],
    ] as const) {
      const staff = await env.cast.one(role, place);
      const refusal = await staff.client.refusal(staff.client.delete(`/me?confirm=${encodeURIComponent('注销')}`));
      expect(refusal).toMatchObject({ status: 409, code: 'ACCOUNT.STAFF', message });
    }
  });

  it('leaves nothing behind that names its owner, and what they raised goes on', async () => {
    const name = '欧阳别离';
    const openid = 'openid-leaving-for-good';
    const phone = '13866667777';
    const { id, client } = await settledPerson(env, openid, township, phone);
    await client.ok(client.put('/me', { name }));
    await env.work();
    const raised = await client.ok(client.post<Created>('/topics', topicInput()));
    const draft = topicInput({ submit: false, description: `我是${name}，这是还没有写完的草稿，只有我看得到。` });
    await client.ok(client.post('/topics', draft));
    const convener = await env.cast.one('convener', PLACE.township);
    await convener.client.ok(convener.client.post(`/topics/${raised.id}/accept`));
    await convener.client.ok(convener.client.post(`/people/${id}/phone-reveals`, { reason: `联系${name}` }));
    const other = await wechatPerson(env, openid);
    const [{ lookup }] = await env.database.read.query('SELECT lookup FROM phones WHERE person_id = ?', [id]);
    const traces = [name, openid, phone, lookup, draft.title];
    const before = await dump();
    for (const trace of traces.filter((one) => one !== phone)) expect(before).toContain(trace);

    expect((await client.delete(`/me?confirm=${encodeURIComponent('注销')}`)).status).toBe(204);

    const after = await dump();
    for (const trace of traces) expect(after).not.toContain(trace);
    expect((await client.get('/me')).status).toBe(401);
    expect((await other.client.get('/me')).status).toBe(401);
    for (const { table, column, atDeletion } of PERSONAL_TABLES) {
      if (atDeletion === 'keep') continue;
      expect([table, await env.database.read.query(`SELECT * FROM ${table} WHERE ${column} = ?`, [id])]).toEqual([
        table,
        [],
      ]);
    }
    const topic = await convener.client.ok(convener.client.get<TopicDetail>(`/topics/${raised.id}`));
    expect(topic).toMatchObject({ state: 'accepted', raiserName: '（已注销）' });
    const again = await wechatPerson(env, openid);
    expect(again.id).not.toBe(id);
  });

  /** The whole database as text. */
  async function dump(): Promise<string> {
    const tables = new Set(getMetadataArgsStorage().tables.map(({ name }) => name));
    const parts: string[] = [];
    for (const table of tables) parts.push(JSON.stringify(await env.database.read.query(`SELECT * FROM ${table}`)));
    return parts.join('\n');
  }
});

describe('what is known about people', () => {
  it('is listed in PERSONAL_TABLES, column by column', () => {
    const entities = new Set<unknown>(ENTITIES);
    const tables = new Map(getMetadataArgsStorage().tables.map(({ target, name }) => [target, name]));
    const found = getMetadataArgsStorage()
      .columns.filter(({ target }) => entities.has(target))
      .filter(({ propertyName }) =>
        /^(owner|(person|raiser|uploader|viewer|actor|initiator|chair|recorder|author|reporter|reviewer|recipient|sender)Id)$/.test(
          propertyName,
        ),
      )
      .map(({ target, propertyName }) => `${tables.get(target)}.${propertyName.replace('Id', '_id')}`);
    const listed = PERSONAL_TABLES.map(({ table, column }) => `${table}.${column}`);
    expect(found.filter((column) => !listed.includes(column))).toEqual([]);
  });
});
