import {
  addDays,
  type Created,
  chinaDate,
  chinaMoment,
  DAY_MS,
  type MaterialDetail,
  type MaterialFile,
  MINUTE_MS,
  type SessionMaterials,
} from '@consult/shared';
import { checkPhotoFiles } from '../../src/attachments/check-photo-files.js';
import { PHOTO_STORE, type PhotoStore } from '../../src/attachments/photo-store.js';
import { SessionMaterialEntity } from '../../src/materials/material.entity.js';
import type { Player } from '../support/cast.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { oldOffice, pdf, wordDocument } from '../support/office.js';
import { phonePhoto, plainPhoto } from '../support/pictures.js';
import { Stage } from '../support/sessions.js';

describe.each(DATABASES)('papers of a session on %s', (kind) => {
  let env: TestEnvironment;
  let stage: Stage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    stage = new Stage(env);
  });
  afterAll(() => env.stop());

  const upload = (who: Player, content: Uint8Array) =>
    who.client.upload<MaterialFile>('会议.jpg', content, 'image/jpeg', undefined, '/material-files');
  const file = async (who: Player, content: Uint8Array) => (await who.client.ok(upload(who, content))).id;
  const post = (who: Player, id: string, body: object) =>
    who.client.post<Created>(`/sessions/${id}/materials`, { title: '资金测算', audience: 'public', ...body });
  const add = async (who: Player, id: string, body: object) => who.client.ok(post(who, id, body));
  const list = (who: Pick<Player, 'client'>, id: string) =>
    who.client.ok(who.client.get<SessionMaterials>(`/sessions/${id}/materials`));
  const visitor = () => ({ client: env.cast.visitor });
  const open = (url: string | null | undefined) => fetch(`${env.url}${url}`);
  const remove = (who: Player, id: string, material: string) =>
    who.client.delete(`/sessions/${id}/materials/${material}`);

  it('are what their content says, and are downloaded under the name they were given', async () => {
    const convener = await stage.convener();
    const { id } = await stage.called();
    const contents = {
      pdf: pdf(),
      docx: wordDocument(),
      doc: oldOffice('WordDocument'),
      xls: oldOffice('Workbook'),
      ppt: oldOffice('PowerPoint Document'),
      jpg: await plainPhoto('png'),
    };
    for (const content of Object.values(contents)) await add(convener, id, { fileId: await file(convener, content) });
    const { items } = await list(convener, id);
    expect(items.map(({ extension }) => extension)).toEqual(Object.keys(contents));
    expect(items.map((item) => item.kind)).toEqual(['pdf', 'word', 'word', 'excel', 'slides', 'picture']);
    const answer = await open(items[1]?.url);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('资金测算.docx')}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(contents.docx);
  });

  it('are refused when they are something else, bring programs along or are too large', async () => {
    const convener = await stage.convener();
    const refused = async (content: Uint8Array) => convener.client.refusal(upload(convener, content));
    expect(await refused(Buffer.from('<html><script>alert(1)</script></html>'))).toMatchObject({
      status: 415,
      code: 'MATERIAL.NOT_A_DOCUMENT',
    });
    expect(await refused(await plainPhoto('gif'))).toMatchObject({ code: 'MATERIAL.NOT_A_DOCUMENT' });
    expect(await refused(oldOffice('Whatever'))).toMatchObject({ code: 'MATERIAL.NOT_A_DOCUMENT' });
    expect(await refused(wordDocument('word/vbaProject.bin'))).toMatchObject({ code: 'MATERIAL.WITH_MACROS' });
    expect(await refused(oldOffice('WordDocument', '_VBA_PROJECT'))).toMatchObject({ code: 'MATERIAL.WITH_MACROS' });
    expect(await refused(Buffer.concat([pdf(), Buffer.alloc(10 * 1024 * 1024)]))).toMatchObject({
      status: 413,
      code: 'MATERIAL.TOO_LARGE',
    });
    expect(await env.database.read.countBy(SessionMaterialEntity, { title: '' })).toBe(0);
  });

  it('are for everyone or for those who take part, and nobody’s before the notice', async () => {
    const [convener, resident] = [await stage.convener(), await stage.resident()];
    const { id } = await stage.announced({ programme: [{ id: 'a', title: '签到', minutes: null, items: [] }] });
    const open1 = await add(convener, id, { fileId: await file(convener, await phonePhoto()), itemId: 'a' });
    const inner = await add(convener, id, { text: '只给参会人看的底数。', audience: 'participants' });
    expect((await list(visitor(), id)).items.map((item) => [item.id, item.itemId])).toEqual([[open1.id, 'a']]);
    const read = (who: Pick<Player, 'client'>) =>
      who.client.get<MaterialDetail>(`/sessions/${id}/materials/${inner.id}`);
    expect((await read(resident)).status).toBe(404);
    expect((await read(visitor())).status).toBe(404);
    await resident.client.ok(resident.client.post(`/sessions/${id}/sign-up`, { category: 'resident' }));
    expect(await resident.client.ok(read(resident))).toMatchObject({
      text: '只给参会人看的底数。',
      kind: 'text',
      url: null,
    });
    expect((await list(resident, id)).canManage).toBe(false);
    expect(await resident.client.refusal(post(resident, id, { text: '我也有话' }))).toMatchObject({
      code: 'AUTH.FORBIDDEN',
    });
    const hidden = await stage.called();
    await add(convener, hidden.id, { text: '还没通知。' });
    expect((await env.cast.visitor.get(`/sessions/${hidden.id}/materials`)).status).toBe(404);
  });

  it('open by their address for a quarter of an hour at least, and no longer than half an hour', async () => {
    const convener = await stage.convener();
    const { id } = await stage.announced();
    await add(convener, id, { fileId: await file(convener, pdf()) });
    const url = (await list(visitor(), id)).items[0]?.url ?? '';
    env.clock.advance(14 * MINUTE_MS);
    expect((await open(url)).status).toBe(200);
    expect((await open(url.replace(/key=.*/, 'key=no'))).status).toBe(404);
    env.clock.advance(30 * MINUTE_MS);
    expect((await open(url)).status).toBe(404);
    env.cast.forget();
  });

  it('are a file of one’s own or a text, about an item that there is', async () => {
    const convener = await stage.convener();
    const { id } = await stage.called();
    const fileId = await file(await stage.member(), pdf());
    const refusal = (body: object) => convener.client.refusal(post(convener, id, body));
    expect(await refusal({ fileId })).toMatchObject({ status: 400, code: 'MATERIAL.NOT_FOUND' });
    expect(await refusal({})).toMatchObject({ code: 'REQUEST.INVALID' });
    expect(await refusal({ fileId, text: '两样都有' })).toMatchObject({ code: 'REQUEST.INVALID' });
    expect(await refusal({ text: '说明', itemId: 'none' })).toMatchObject({ code: 'REQUEST.INVALID' });
    const own = await file(convener, pdf());
    await add(convener, id, { fileId: own });
    expect(await refusal({ fileId: own })).toMatchObject({ code: 'MATERIAL.NOT_FOUND' });
  });

  it('are taken away until the session begins, and their files with them', async () => {
    await env.work();
    const convener = await stage.convener();
    const { id, input } = await stage.announced();
    const gone = await add(convener, id, { fileId: await file(convener, pdf()) });
    const kept = await add(convener, id, { fileId: await file(convener, pdf()) });
    const url = (await list(visitor(), id)).items[0]?.url;
    await convener.client.ok(remove(convener, id, gone.id));
    expect((await open(url)).status).toBe(404);
    expect((await list(visitor(), id)).items.map((item) => item.id)).toEqual([kept.id]);
    expect((await convener.client.refusal(remove(convener, id, gone.id))).status).toBe(404);
    expect((await stage.session(convener, id)).timeline.map(({ label }) => label)).toContain('撤下会议材料');
    stage.later(input.startsAt - stage.now);
    const then = await stage.convener();
    await stage.move(then, id, 'start');
    expect(await then.client.refusal(remove(then, id, kept.id))).toMatchObject({ code: 'SESSION.NOT_EDITABLE' });
    stage.later(2 * DAY_MS);
    await env.work();
    const store = env.app.get<PhotoStore>(PHOTO_STORE);
    const where = (material: string) => store.exists(`${material.slice(-2)}/${material}-material`);
    expect([await where(gone.id), await where(kept.id)]).toEqual([false, true]);
    const check = { now: stage.now + 2 * DAY_MS, remove: true };
    expect(await checkPhotoFiles(env.database.read, store, check)).toMatchObject({ withoutRow: [] });
  });

  it('are asked of the convener three days before, unless there are some, and marked when they come later', async () => {
    const course = new Course(env);
    const { id } = await course.call([await course.planned()], 'onsite');
    const convener = await stage.convener();
    const { startsAt, dueAt } = await stage.session(convener, id);
    // Not in the thirty days of a preparation, but as long as the notice is early enough.
    expect(dueAt).toBe(chinaMoment(addDays(chinaDate(startsAt), -7), '23:59'));
    await stage.move(convener, id, 'announce');
    expect((await list(convener, id)).dueAt).toBe(chinaMoment(addDays(chinaDate(startsAt), -3), '23:59'));
    expect((await stage.inboxOf(convener, id)).toSorted()).toEqual(['发会议材料', '按时开会'].toSorted());
    const early = await add(convener, id, { text: '测算表。' });
    expect(await stage.inboxOf(convener, id)).toEqual(['按时开会']);
    await convener.client.ok(remove(convener, id, early.id));
    expect(await stage.inboxOf(convener, id)).toHaveLength(2);
    await add(convener, id, { text: '测算表。' });
    stage.later(startsAt - 2 * DAY_MS - stage.now);
    await add(await stage.convener(), id, { text: '补充一张图。' });
    expect((await list(visitor(), id)).items.map(({ late }) => late)).toEqual([false, true]);
  });

  it('need not be out ahead of a 微协商', async () => {
    const convener = await stage.convener();
    const { id } = await stage.announced();
    expect(await stage.inboxOf(convener, id)).toEqual(['按时开会']);
    await add(convener, id, { text: '测算表。' });
    expect(await list(convener, id)).toMatchObject({ dueAt: null, items: [{ late: false }] });
  });
});
