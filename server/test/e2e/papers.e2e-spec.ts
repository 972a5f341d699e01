import type { Created } from '@consult/shared';
import { strFromU8, unzipSync } from 'fflate';
import type { Client } from '../support/client.js';
import { Course, type Held } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { LiveStage } from '../support/live.js';
import { plainPhoto } from '../support/pictures.js';
import { Stage } from '../support/sessions.js';
import { PLACE } from '../support/topics.js';

const PUBLIC_URL = 'https://consult.example';

/** A .docx as a reader gets it: its parts, and the text of its body in order, one line a paragraph. */
async function paperOf(client: Client, path: string) {
  const answer = await client.download(path.endsWith('.docx') ? path : `${path}/paper.docx`);
  if (answer.status !== 200) return { status: answer.status, text: '', xml: '', parts: [] as string[], name: '' };
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const xml = part('word/document.xml');
  const paragraphs = xml
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    name: decodeURIComponent(
      /filename\*=UTF-8''(.*)$/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '',
    ),
    xml,
    text: paragraphs.filter(Boolean).join('\n'),
    parts: Object.keys(files),
    footers: Object.keys(files)
      .filter((name) => name.startsWith('word/footer'))
      .map(part),
  };
}

describe.each(DATABASES)('papers on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  let held: Held;
  beforeAll(async () => {
    env = await createTestEnvironment(kind, { publicUrl: PUBLIC_URL });
    course = new Course(env);
    const task = await course.agreedTask();
    held = await course.hold([await course.accepted()], { dissent: ['有居民担心占用车位'], tasks: [task] });
    await course.publish(held.outcomeId, [task]);
  });
  afterAll(() => env.stop());

  it('lay the minutes out as an official paper on A4, with its margins, line pitch and page numbers', async () => {
    const { xml, footers = [], type, name } = await paperOf(env.cast.visitor, `/minutes/${held.minutesId}`);
    expect(type).toContain('wordprocessingml');
    expect(name).toMatch(/会议纪要（第1版）\.docx$/);
    const [, page = ''] = /(<w:sectPr>.*)$/s.exec(xml) ?? [];
    for (const measure of [
      'w:w="11906" w:h="16838"',
      'w:top="2098"',
      'w:right="1474"',
      'w:bottom="1984"',
      'w:left="1587"',
    ]) {
      expect(page).toContain(measure);
    }
    expect(xml).toContain('w:line="580" w:lineRule="exact"');
    expect(xml).toContain('方正小标宋简体');
    expect(footers).toHaveLength(2);
    for (const footer of footers) expect(footer).toContain('PAGE');
  });

  it('say in the minutes all that the page says, dissent in a part of its own', async () => {
    const { text } = await paperOf(env.cast.visitor, `/minutes/${held.minutesId}`);
    const inOrder = [
      '沿河街道“城东协商”会议纪要',
      `编号：${PLACE.townshipCode}-2026-`,
      '主持：',
      '出席：',
      '协商议题',
      '发言要点',
      '居民代表：希望有一处能坐下来的地方。',
      '共识事项',
      '在院内建一处老年活动室',
      '未达成共识和保留意见',
      '有居民担心占用车位',
      '承办事项',
      '在院内建一处二十平方米的老年活动室',
      '核签：',
      '验真码',
      '摘要值',
    ];
    const places = inOrder.map((words) => text.indexOf(words));
    expect(places.map((place, i) => (place < 0 ? inOrder[i] : null)).filter(Boolean)).toEqual([]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('have the speeches under their items, and the hands of phones and room each with its number', async () => {
    const live = new LiveStage(env);
    const {
      id,
      seated: [one, two],
    } = await live.open();
    const { stage } = live;
    const convener = await stage.convener();
    for (const { participantId } of [one, two]) {
      await convener.client.ok(convener.client.post(`/sessions/${id}/roll`, { participantId, present: true }));
    }
    await live.do(convener, id, 'item', { itemId: 'item-3' });
    await live.do(convener, id, 'floor', { participantId: one.participantId });
    env.clock.advance(180_000);
    await live.do(convener, id, 'floor', { participantId: null });
    const { id: pollId } = await live.do(convener, id, 'polls', { question: '今年先装扶手' });
    await live.do(one.player, id, `polls/${pollId}/votes`, { option: 0 });
    await live.do(convener, id, `polls/${pollId}/room`, { counts: [1, 0, 0] });
    await stage.move(convener, id, 'end');
    const { minutes, programme } = await stage.session(convener, id);
    const minutesId = minutes[0]?.id ?? '';
    const { points } = await stage.minutes(convener, minutesId);
    await stage.write(convener, minutesId, { points: points.map((speech) => ({ ...speech, text: '先装扶手' })) });
    const { text } = await paperOf(convener.client, `/minutes/${minutesId}`);
    const title = programme.find((item) => item.id === 'item-3')?.title;
    expect(text).toMatch(
      new RegExp(`\n（[一二三四五六七八]）${title}\n${one.player.name}（发言约 3 分钟）：先装扶手\n`),
    );
    expect(text).toContain('今年先装扶手：赞成 2 人（手机 1，现场 1），反对 0 人（手机 0，现场 0）');
    expect(text).toContain('、举手表态\n');
    expect(text).toContain('，合计 2 人（手机 1，现场 1）。');
  });

  it('keep who signed and the seal below on one page', async () => {
    const { xml } = await paperOf(env.cast.visitor, `/minutes/${held.minutesId}`);
    const ofThese = xml.split('</w:p>').filter((paragraph) => /核签：|验真码/.test(paragraph));
    expect(ofThese.length).toBeGreaterThan(1);
    expect(ofThese.filter((paragraph) => !paragraph.includes('<w:keepNext/>'))).toEqual([]);
  });

  it('carry a code of the page that says whether they are genuine', async () => {
    const { parts, xml } = await paperOf(env.cast.visitor, `/minutes/${held.minutesId}`);
    expect(parts.some((part) => /^word\/media\/.*\.png$/.test(part))).toBe(true);
    const [, code = ''] = /verify\/index\?code=([0-9a-f]+)/.exec(xml) ?? [];
    const { visitor } = env.cast;
    expect(await visitor.ok(visitor.get(`/minutes/verify/${code}`))).toMatchObject({
      id: held.minutesId,
      genuine: true,
    });
  });

  it('make the report of an outcome with what was suggested, reserved and promised', async () => {
    const { text, name } = await paperOf(env.cast.visitor, `/outcomes/${held.outcomeId}`);
    expect(name).toMatch(/^关于“.*”的协商成果报告\.docx$/);
    for (const words of [
      '协商过程',
      '由社区负责日常管理',
      '分歧和保留意见',
      '有居民担心占用车位',
      '承办事项',
      '附件：',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('say in the report of an outcome what is not as the minutes have it, and nothing where all is', async () => {
    const agreed = await course.agreedTask();
    const other = { ...agreed, what: '每月打扫一次活动室' };
    const changed = await course.hold([await course.accepted()], { tasks: [agreed, other] });
    await course.publish(changed.outcomeId, [{ ...agreed, funds: '街道经费' }]);
    const { text } = await paperOf(env.cast.visitor, `/outcomes/${changed.outcomeId}`);
    expect(text).toContain('第1项：与纪要不同：纪要里资金来源是“区级养老专项资金”。');
    expect(text).toContain('纪要里商定了，成果里没有列：“每月打扫一次活动室”。');
    const same = await paperOf(env.cast.visitor, `/outcomes/${held.outcomeId}`);
    expect(same.text).not.toMatch(/与纪要不同|没有列/);
  });

  it('carry the photos of the minutes, as large as the sheet takes them', async () => {
    const stage = new Stage(env);
    const { minutesId } = await stage.ended();
    const convener = await stage.convener();
    const upload = async (width: number, height: number) =>
      (await convener.client.upload<Created>('会场.jpg', await plainPhoto('jpeg', width, height))).body.id;
    await stage.write(convener, minutesId, { photos: [await upload(1600, 900), await upload(300, 200)] });
    const { parts, xml, text } = await paperOf(convener.client, `/minutes/${minutesId}`);
    expect(parts.filter((part) => /^word\/media\/.*\.jpg$/.test(part))).toHaveLength(2);
    expect(text).toContain('附件：现场照片 2 张');
    // 156 mm of width are 590 px.
    const widths = [...xml.matchAll(/<wp:extent cx="(\d+)"/g)].map(([, emu]) => Number(emu) / 9525);
    expect(widths).toEqual([580, 300]);
  });

  it('end the report in its imprint: whom it is sent to, who had it printed and when; for those who handle it', async () => {
    const task = await course.agreedTask();
    const { outcomeId } = await course.hold([await course.accepted()], { tasks: [task] });
    const { client } = await course.convener();
    const summary = '各方同意在院内建老年活动室，年内完成。';
    const recipients = ['区委办公室', '区政府办公室'];
    await client.ok(
      client.put(`/outcomes/${outcomeId}`, { summary, suggestions: [], tasks: [task], recipients, revision: 0 }),
    );
    await client.ok(client.post(`/outcomes/${outcomeId}/publish`));
    const { text, xml } = await paperOf(client, `/outcomes/${outcomeId}`);
    const [copies = '', printed = ''] = text.split('\n').slice(-2);
    expect(copies).toBe('抄送：区委办公室，区政府办公室。');
    expect(printed).toMatch(/\d日印发$/);
    expect(xml).toContain('<w:top w:val="single"');
    expect((await paperOf(env.cast.visitor, `/outcomes/${outcomeId}`)).text).not.toMatch(/抄送|印发/);
  });

  it('make the attendance sheet for who may read the list: by category, with room to sign', async () => {
    const stage = new Stage(env);
    const { sessionId } = await stage.ended();
    const path = `/sessions/${sessionId}/attendance.docx`;
    const { text, name } = await paperOf((await stage.convener()).client, path);
    expect(name).toMatch(/签到表\.docx$/);
    const [member, resident] = [await stage.member(), await stage.resident()];
    for (const words of ['时间：', '应到：3 人', '姓名', '签名', member.name, resident.name])
      expect(text).toContain(words);
    expect(text.indexOf(member.name)).toBeLessThan(text.indexOf(resident.name));
    expect((await paperOf(resident.client, path)).status).toBe(403);
    expect((await paperOf((await stage.stranger()).client, path)).status).toBe(403);
    expect((await paperOf(env.cast.visitor, path)).status).toBe(401);
  });

  it('are refused to whom the page is refused, as if there were none', async () => {
    const { minutesId } = await new Stage(env).ended();
    expect((await paperOf(env.cast.visitor, `/minutes/${minutesId}`)).status).toBe(404);
    const draft = await paperOf((await course.convener()).client, `/minutes/${minutesId}`);
    expect(draft).toMatchObject({ status: 200, text: expect.stringContaining('未发布') });
    expect(draft.text).not.toContain('验真码');
  });

  it('have no red head where the township wants none', async () => {
    const office = await course.staff('county_office');
    const own = { features: { redHead: false } };
    await office.client.ok(office.client.put(`/regions/${PLACE.townshipCode}/settings`, own));
    const { text } = await paperOf(env.cast.visitor, `/minutes/${held.minutesId}`);
    expect(text).not.toContain('“城东协商”会议纪要');
  });
});
