import { type Bulletin, type BulletinOpening, type Figures, funnelOf } from '@consult/shared';
import { strFromU8, unzipSync } from 'fflate';
import type { Client } from '../support/client.js';
import { Course } from '../support/course.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { PLACE } from '../support/topics.js';

const COUNTY = PLACE.townshipCode.slice(0, 6);

describe.each(DATABASES)('the bulletin of a county on %s', (kind) => {
  let env: TestEnvironment;
  let course: Course;
  let office: Client;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    course = new Course(env);
    await course.accepted();
    await course.task({ what: '修好院里的路灯' });
    course.pass(90);
    office = (await course.staff('county_office')).client;
  });
  afterAll(() => env.stop());

  const path = `/bulletins/${COUNTY}/2026-06`;
  const file = async (name: string) => {
    const token = Reflect.get(office, 'token') as string;
    const answer = await fetch(`${env.url}/api/v1${path}/${name}`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(200);
    return {
      name: decodeURIComponent(answer.headers.get('content-disposition') ?? ''),
      parts: unzipSync(new Uint8Array(await answer.arrayBuffer())),
    };
  };
  const textOf = (part: Uint8Array | undefined) => strFromU8(part ?? new Uint8Array()).replace(/<[^>]+>/g, '');

  it('is drafted from the figures, which it repeats', async () => {
    const bulletin = await office.ok(office.get<Bulletin>(path));
    const month = await office.ok(office.get<Figures>(`/figures?region=${COUNTY}&period=2026-06`));
    const year = await office.ok(office.get<Figures>(`/figures?region=${COUNTY}&period=2026`));
    const [topics, fates] = bulletin.sections;
    expect(topics?.table?.rows.at(-1)).toEqual([
      '合计',
      String(funnelOf(month.fates).raised.n),
      String(funnelOf(year.fates).raised.n),
    ]);
    const sum = fates?.table?.rows
      .filter(([label]) => !label?.startsWith('其中') && label !== '合计')
      .reduce((total, [, n]) => total + Number(n), 0);
    expect(String(sum)).toBe(fates?.table?.rows.at(-1)?.[1]);
    const overdue = bulletin.sections.find(({ title }) => title === '超期未办的承诺');
    expect(overdue?.table?.rows).toEqual([
      [
        '1',
        '修好院里的路灯',
        PLACE.township,
        expect.any(String),
        expect.any(String),
        expect.stringMatching(/^\d+ 天$/),
      ],
    ]);
    const places = bulletin.sections.find(({ title }) => title.startsWith('各乡镇'));
    expect(places?.table?.rows.map(([name]) => name)).toEqual(year.places.map(({ name }) => name));
  });

  it('keeps what the office writes before it, and refuses what was read before somebody else’s change', async () => {
    const write = (opening: string, revision: number) => office.put<BulletinOpening>(path, { opening, revision });
    expect(await office.ok(write('本月各乡镇议题明显增多。', 0))).toEqual({
      opening: '本月各乡镇议题明显增多。',
      revision: 1,
    });
    expect(await office.refusal(write('另一个人写的。', 0))).toMatchObject({ code: 'BULLETIN.STALE' });
    const both = await Promise.all([write('第二稿。', 1), write('也是第二稿。', 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await office.ok(office.get<Bulletin>(path))).revision).toBe(2);
    expect(await office.ok(write('本月各乡镇议题明显增多。', 2))).toMatchObject({ revision: 3 });
    expect((await office.ok(office.get<Bulletin>(`/bulletins/${COUNTY}/2026-05`))).opening).toBe('');
  });

  it('comes as a Word file that says the same', async () => {
    const { name, parts } = await file('bulletin.docx');
    expect(name).toContain('.docx');
    const text = textOf(parts['word/document.xml']);
    const bulletin = await office.ok(office.get<Bulletin>(path));
    expect(text).toContain(bulletin.title);
    expect(text).toContain('本月各乡镇议题明显增多。');
    for (const section of bulletin.sections) {
      expect(text).toContain(section.title);
      for (const paragraph of section.paragraphs) expect(text).toContain(paragraph);
      for (const cell of section.table?.rows.flat() ?? []) expect(text).toContain(cell);
    }
  });

  it('comes with its tables as a workbook, a sheet each, whose numbers are numbers', async () => {
    const { name, parts } = await file('tables.xlsx');
    expect(name).toContain('统计表.xlsx');
    const { sections } = await office.ok(office.get<Bulletin>(path));
    const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    const tables = sections.filter(({ table }) => table !== null);
    for (const { title } of tables) expect(workbook).toContain(title.replace(/[（）]/g, ''));
    const sheets = Object.keys(parts).filter((part) => part.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(tables.length + 1);
    const first = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(first).toMatch(/<c [^>]*><v>\d+<\/v><\/c>/);
  });

  it('names no overdue promise that not everybody sees, and says how many of them there are', async () => {
    const [sensitive, hidden] = [await course.task({ what: '内部事项' }), await course.task({ what: '撤下的事项' })];
    course.pass(90);
    const convener = await course.convener();
    const reason = '涉及个人';
    await convener.client.ok(
      convener.client.put(`/topics/${sensitive.topicId}/sensitivity`, { sensitive: true, reason }),
    );
    await course.post(convener, `/moderation/items/task/${hidden.taskId}/take-down`, { reason });
    office = (await course.staff('county_office')).client;
    const { sections } = await office.ok(office.get<Bulletin>(path));
    const section = sections.find(({ title }) => title === '超期未办的承诺');
    expect(section?.table?.rows.map(([, what]) => what)).toEqual(['修好院里的路灯']);
    expect(section?.paragraphs.join()).toContain('有 3 件承诺超过时限还没有答复。下表列出 1 件，另有 2 件不公开列出。');
    for (const name of ['bulletin.docx', 'tables.xlsx']) {
      const text = Object.values((await file(name)).parts)
        .map(textOf)
        .join();
      expect([name, text.includes('修好院里的路灯')]).toEqual([name, true]);
      expect([name, /内部事项|撤下的事项/.test(text)]).toEqual([name, false]);
    }
  });

  it('is the county office’s alone', async () => {
    const convener = (await course.convener()).client;
    expect(await convener.refusal(convener.get(path))).toMatchObject({ code: 'AUTH.FORBIDDEN' });
    const elsewhere = `/bulletins/419921/2026-06`;
    expect(await office.refusal(office.get(elsewhere))).toMatchObject({ code: 'REGION.OUTSIDE' });
    expect(await office.refusal(office.put(elsewhere, { opening: '别处', revision: 0 }))).toMatchObject({
      code: 'REGION.OUTSIDE',
    });
    for (const wrong of ['/bulletins/419902001/2026-06', `/bulletins/${COUNTY}/2026-13`]) {
      expect(await office.refusal(office.get(wrong))).toMatchObject({ code: 'REQUEST.INVALID' });
    }
  });
});
