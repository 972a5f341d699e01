import { DAY_MS, type Page, type WrittenAnswer } from '@consult/shared';
import { getMetadataArgsStorage } from 'typeorm';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { ResearchStage } from '../support/research.js';

describe.each(DATABASES)('what comes of questionnaires on %s', (kind) => {
  let env: TestEnvironment;
  let stage: ResearchStage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    stage = new ResearchStage(env);
  });
  afterAll(() => env.stop());
  // Each test has a day of its own, so that the daily limit of topics counts only its own.
  beforeEach(() => stage.later(DAY_MS));

  const texts = (who: Pick<Player, 'client'>, id: string, query = '') =>
    who.client.get<Page<WrittenAnswer>>(`/questionnaires/${id}/questions/words/texts${query}`);
  const table = (who: Pick<Player, 'client'>, id: string) =>
    who.client.get<string>(`/questionnaires/${id}/answers.csv`);

  it('hides few answers: from the public always, of an anonymous one from everybody', async () => {
    const convener = await stage.convener();
    const visitor = { client: env.cast.visitor };
    for (const anonymous of [true, false]) {
      const { id } = await stage.asked({ anonymous });
      for (const who of await stage.crowd(4)) await stage.answer(who, id, { words: ['请快一点'] });
      await convener.client.ok(convener.client.post(`/questionnaires/${id}/close`));
      expect(await stage.results(visitor, id)).toEqual({ shown: false, minimum: 5, openUntil: null });
      expect((await stage.questionnaire(visitor, id)).answers).toBeNull();
      expect((await stage.results(convener, id)).shown).toBe(!anonymous);
      if (!anonymous) continue;
      for (const answer of [texts(convener, id), table(convener, id)]) {
        expect(await convener.client.refusal(answer)).toMatchObject({ code: 'QUESTIONNAIRE.TOO_FEW' });
      }
    }
  });

  it('shows nobody what came of an anonymous one so far, lest the next answer be known by what it changes', async () => {
    const convener = await stage.convener();
    const { id } = await stage.asked();
    const people = await stage.crowd(6);
    for (const who of people) await stage.answer(who, id, { words: ['请快一点'] });
    const { closesAt, answers } = await stage.questionnaire(convener, id);
    expect(answers).toBe(6);
    expect(await stage.results(convener, id)).toEqual({ shown: false, minimum: 5, openUntil: closesAt });
    for (const answer of [texts(convener, id), table(convener, id)]) {
      expect(await convener.client.refusal(answer)).toMatchObject({ code: 'QUESTIONNAIRE.STILL_OPEN' });
    }
    await stage.closeForm(id);
    expect((await stage.results(convener, id)).shown).toBe(true);
  });

  it('keeps what was written to whoever looks after it, page by page, without names of an anonymous one', async () => {
    const [convener, member] = [await stage.convener(), await stage.member()];
    const { id } = await stage.asked();
    const people = await stage.crowd(6);
    for (const [i, who] of people.entries()) await stage.answer(who, id, { words: i === 0 ? [] : [`意见 ${i}`] });
    await stage.closeForm(id);
    const read: WrittenAnswer[] = [];
    let query = '?limit=2';
    for (;;) {
      const { items, nextAfter } = await convener.client.ok(texts(convener, id, query));
      read.push(...items);
      if (nextAfter === null) break;
      query = `?limit=2&after=${nextAfter}`;
    }
    expect(read.map(({ text }) => text).sort()).toEqual([1, 2, 3, 4, 5].map((i) => `意见 ${i}`));
    expect(read.every(({ name }) => name === null)).toBe(true);
    expect((await member.client.ok(texts(member, id))).items).toHaveLength(5);
    for (const who of [await stage.resident(), await stage.party(), await stage.stranger()]) {
      expect(await who.client.refusal(texts(who, id))).toMatchObject({ code: 'AUTH.FORBIDDEN' });
      expect(await who.client.refusal(table(who, id))).toMatchObject({ code: 'AUTH.FORBIDDEN' });
    }
    const shown = JSON.stringify(await stage.results(convener, id));
    expect(shown).not.toContain('意见');
  });

  it('comes as a table, with names only where they were given', async () => {
    const convener = await stage.convener();
    const people = await stage.crowd(5);
    for (const anonymous of [true, false]) {
      const { id } = await stage.asked({ anonymous });
      for (const who of people) await stage.answer(who, id, { words: ['=1+1'] });
      if (anonymous) await stage.closeForm(id);
      const { headers, body } = await table(convener, id);
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const [head = '', ...rows] = body.replace('\uFEFF', '').trim().split('\r\n');
      expect(rows).toHaveLength(5);
      expect(head.startsWith('姓名')).toBe(!anonymous);
      expect(rows[0]).toContain("一号院,助餐；康复,4,'=1+1");
      for (const { name } of people) expect(body.includes(name)).toBe(!anonymous);
    }
  });

  describe('that is anonymous', () => {
    /** Every row of every table, as the database gives it. */
    async function dump(): Promise<Map<string, Record<string, unknown>[]>> {
      const tables = new Set(getMetadataArgsStorage().tables.map(({ name }) => name as string));
      const rows = new Map<string, Record<string, unknown>[]>();
      for (const name of tables) rows.set(name, await env.database.read.query(`SELECT * FROM ${name}`));
      return rows;
    }
    const asText = (rows: Map<string, Record<string, unknown>[]>, without: readonly string[] = []) =>
      JSON.stringify([...rows].filter(([name]) => !without.includes(name)));

    it('leaves in no table anything that joins a person and their sheet', async () => {
      const { id } = await stage.asked();
      const people = await stage.crowd(6);
      const before = await dump();
      const gone = new Map(people.map((who, i) => [who.id, `只有我会这样写 ${i}`]));
      for (const who of people) {
        env.clock.advance(61_000);
        await stage.answer(who, id, { words: [gone.get(who.id) ?? ''] });
      }
      const after = await dump();
      const sheets = (after.get('questionnaire_sheets') ?? []).filter((row) => row.questionnaire_id === id);
      const marks = (after.get('questionnaire_answered') ?? []).filter((row) => row.questionnaire_id === id);
      expect([sheets.length, marks.length]).toEqual([6, 6]);
      // A mark is the person alone, a sheet the answers alone.
      for (const mark of marks) expect(Object.keys(mark).sort()).toEqual(['person_id', 'questionnaire_id']);
      for (const row of sheets) {
        expect(row.person_id).toBeNull();
        for (const who of people) expect(JSON.stringify(row)).not.toContain(who.id);
      }
      // No id is known elsewhere, no words stand elsewhere.
      const elsewhere = asText(after, ['questionnaire_sheets']);
      for (const row of sheets) expect(elsewhere).not.toContain(String(row.id));
      for (const words of gone.values()) expect(elsewhere).not.toContain(words);
      // Nothing else was written at all but the number of sheets and the counts.
      const touched = [...after].filter(([name, rows]) => JSON.stringify(rows) !== JSON.stringify(before.get(name)));
      expect(touched.map(([name]) => name).sort()).toEqual([
        'questionnaire_answered',
        'questionnaire_sheets',
        'questionnaire_tallies',
        'questionnaires',
      ]);
    });

    it('keeps no order: neither table has one of its own, and ids say nothing of when', async () => {
      const { id } = await stage.asked();
      const people = await stage.crowd(6);
      for (const [i, who] of people.entries()) await stage.answer(who, id, { words: [`第 ${i} 份`] });
      const ids: { id: string; answers: string }[] = await env.database.read.query(
        'SELECT id, answers FROM questionnaire_sheets WHERE questionnaire_id = ? ORDER BY id',
        [id],
      );
      // A ULID of the moment would begin all of them alike.
      expect(new Set(ids.map((row) => row.id.slice(0, 4))).size).toBeGreaterThan(1);
      if (kind !== 'sqlite') return;
      for (const name of ['questionnaire_sheets', 'questionnaire_answered']) {
        await expect(env.database.read.query(`SELECT rowid FROM ${name}`)).rejects.toThrow(/rowid/);
      }
    });

    it('tells its person that they answered, and nothing of what', async () => {
      const resident = await stage.resident();
      const { id } = await stage.asked();
      await stage.answer(resident, id, { words: ['这句话不该出现'] });
      const { body } = await resident.client.get('/me/export');
      expect(JSON.stringify(body)).toContain(id);
      expect(JSON.stringify(body)).not.toContain('这句话不该出现');
    });
  });

  it('that is named says whose each answer is, to whoever looks after it and to that person', async () => {
    const [convener, resident] = [await stage.convener(), await stage.resident()];
    const { id } = await stage.asked({ anonymous: false });
    await stage.answer(resident, id, { words: ['我来签名'] });
    const { items } = await convener.client.ok(texts(convener, id));
    expect(items).toEqual([{ text: '我来签名', name: resident.name }]);
    const { body } = await resident.client.get('/me/export');
    expect(JSON.stringify(body)).toContain('我来签名');
  });
});
