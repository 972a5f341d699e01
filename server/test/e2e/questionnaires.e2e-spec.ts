import {
  type Created,
  DAY_MS,
  type MessageView,
  type Page,
  type QuestionnaireDetail,
  type QuestionnaireResults,
  type WrittenAnswer,
} from '@consult/shared';
import { getMetadataArgsStorage } from 'typeorm';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { QUESTIONS, ResearchStage, sheet } from '../support/research.js';

describe.each(DATABASES)('questionnaires on %s', (kind) => {
  let env: TestEnvironment;
  let stage: ResearchStage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    stage = new ResearchStage(env);
  });
  afterAll(() => env.stop());
  // Each test has a day of its own, so that the daily limit of topics counts only its own.
  beforeEach(() => stage.later(DAY_MS));

  const results = (who: Pick<Player, 'client'>, id: string) =>
    who.client.ok(who.client.get<QuestionnaireResults>(`/questionnaires/${id}/results`));
  const texts = (who: Pick<Player, 'client'>, id: string, query = '') =>
    who.client.get<Page<WrittenAnswer>>(`/questionnaires/${id}/questions/words/texts${query}`);
  const table = (who: Pick<Player, 'client'>, id: string) =>
    who.client.get<string>(`/questionnaires/${id}/answers.csv`);

  const end = async (id: string) => {
    const { client } = await stage.convener();
    await client.ok(client.post(`/questionnaires/${id}/close`));
  };

  it('is built by the group, opened by the convener, and answered by whoever has its link', async () => {
    const [convener, member, resident] = [await stage.convener(), await stage.member(), await stage.resident()];
    const { id: researchId } = await stage.started();
    const { id } = await member.client.ok(
      member.client.post<Created>(`/research/${researchId}/questionnaires`, stage.form()),
    );
    expect(await member.client.refusal(member.client.post(`/questionnaires/${id}/open`))).toMatchObject({
      code: 'AUTH.FORBIDDEN',
    });
    expect(await resident.client.refusal(resident.client.get(`/questionnaires/${id}`))).toMatchObject({
      code: 'ITEM.NOT_FOUND',
    });
    await convener.client.ok(convener.client.post(`/questionnaires/${id}/open`));
    const form = await stage.questionnaire({ client: env.cast.visitor }, id);
    expect(form).toMatchObject({ state: 'open', takesAnswers: true, answered: false, handles: false, actions: [] });
    expect(form.questions).toEqual(QUESTIONS);
    expect(
      await env.cast.visitor.refusal(env.cast.visitor.post(`/questionnaires/${id}/answers`, sheet())),
    ).toMatchObject({
      code: 'AUTH.REQUIRED',
    });
    const elsewhere = await env.cast.one('resident', '曙光街道');
    for (const who of [resident, elsewhere, member]) expect(await stage.answer(who, id)).toEqual({ counted: true });
    expect((await stage.questionnaire(resident, id)).answered).toBe(true);
    expect((await stage.questionnaire(convener, id)).answers).toBe(3);
  });

  it('asks those who stand behind the topic', async () => {
    const { id } = await stage.asked();
    await env.work();
    const { client } = await stage.resident();
    const { items } = await client.ok(client.get<Page<MessageView>>('/messages?limit=50'));
    expect(items.filter(({ item }) => item?.id === id).map(({ title }) => title)).toEqual(['请您答一份问卷']);
  });

  it('counts the first sheet of a person and no other, also of two at once', async () => {
    const [convener, resident] = [await stage.convener(), await stage.resident()];
    const { id } = await stage.asked({ anonymous: false });
    const sent = [0, 1, 2].map((where) => stage.answer(resident, id, { where: [String(where % 2)] }));
    const counted = (await Promise.all(sent)).filter((receipt) => receipt.counted);
    expect(counted).toHaveLength(1);
    expect(await stage.answer(resident, id)).toEqual({ counted: false });
    const shown = await results(convener, id);
    expect(shown).toMatchObject({ shown: true, answers: 1 });
    if (shown.shown) expect(shown.questions[0]?.choices.reduce((sum, { count }) => sum + count, 0)).toBe(1);
  });

  it('loses no sheet of many that come at once', async () => {
    const convener = await stage.convener();
    const { id } = await stage.asked();
    const people = await stage.crowd(6);
    await Promise.all(people.map((who, i) => stage.answer(who, id, { where: [String(i % 2)] })));
    await end(id);
    const shown = await results(convener, id);
    expect(shown).toMatchObject({
      shown: true,
      answers: 6,
      questions: [
        { answered: 6, choices: [{ count: 3 }, { count: 3 }] },
        { answered: 6, choices: [{ count: 6 }, { count: 0 }, { count: 6 }] },
        { answered: 6, mean: 4, choices: [{ count: 0 }, { count: 0 }, { count: 0 }, { count: 6 }, { count: 0 }] },
        { answered: 0, choices: [] },
      ],
    });
  });

  it('says which question is wrong, and takes nothing of such a sheet', async () => {
    const resident = await stage.resident();
    const { id } = await stage.asked();
    const refused: [Parameters<typeof sheet>[0], string][] = [
      [{ where: [] }, 'where'],
      [{ where: ['2'] }, 'where'],
      [{ where: ['0', '1'] }, 'where'],
      [{ needs: ['0', '0'] }, 'needs'],
      [{ urgent: ['6'] }, 'urgent'],
    ];
    for (const [over, field] of refused) {
      const refusal = await resident.client.refusal(resident.client.post(`/questionnaires/${id}/answers`, sheet(over)));
      expect(refusal).toMatchObject({ code: 'REQUEST.INVALID', details: { fields: [{ field }] } });
    }
    const stranger = { answers: [...sheet().answers, { questionId: 'other', values: ['0'] }] };
    expect(
      await resident.client.refusal(resident.client.post(`/questionnaires/${id}/answers`, stranger)),
    ).toMatchObject({ code: 'REQUEST.INVALID' });
    expect((await stage.questionnaire(resident, id)).answered).toBe(false);
  });

  it('takes no answers after its date, nor once it is ended, and then shows everyone the counts', async () => {
    const { id } = await stage.asked();
    const { id: other } = await stage.asked();
    for (const who of await stage.crowd(5)) {
      await stage.answer(who, id);
      await stage.answer(who, other);
    }
    const visitor = { client: env.cast.visitor };
    expect(await visitor.client.refusal(visitor.client.get(`/questionnaires/${id}/results`))).toMatchObject({
      code: 'ITEM.NOT_FOUND',
    });
    const { client } = await stage.convener();
    await client.ok(client.post(`/questionnaires/${other}/close`));
    expect(await results(visitor, other)).toMatchObject({ shown: true, answers: 5 });
    stage.later(8 * DAY_MS);
    expect(await results(visitor, id)).toMatchObject({ shown: true, answers: 5 });
    const late = (await stage.county()).client;
    for (const one of [id, other]) {
      expect(await late.refusal(late.post(`/questionnaires/${one}/answers`, sheet()))).toMatchObject({
        code: 'QUESTIONNAIRE.NOT_OPEN',
      });
    }
    // A retry of what was taken in time is still told that it was.
    expect(await stage.answer(await stage.resident(), id)).toEqual({ counted: false });
  });

  it('hides few answers: from the public always, of an anonymous one from everybody', async () => {
    const convener = await stage.convener();
    const visitor = { client: env.cast.visitor };
    for (const anonymous of [true, false]) {
      const { id } = await stage.asked({ anonymous });
      for (const who of await stage.crowd(4)) await stage.answer(who, id, { words: ['请快一点'] });
      await convener.client.ok(convener.client.post(`/questionnaires/${id}/close`));
      expect(await results(visitor, id)).toEqual({ shown: false, minimum: 5, openUntil: null });
      expect((await stage.questionnaire(visitor, id)).answers).toBeNull();
      expect((await results(convener, id)).shown).toBe(!anonymous);
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
    expect(await results(convener, id)).toEqual({ shown: false, minimum: 5, openUntil: closesAt });
    for (const answer of [texts(convener, id), table(convener, id)]) {
      expect(await convener.client.refusal(answer)).toMatchObject({ code: 'QUESTIONNAIRE.STILL_OPEN' });
    }
    await end(id);
    expect((await results(convener, id)).shown).toBe(true);
  });

  it('keeps what was written to whoever looks after it, page by page, without names of an anonymous one', async () => {
    const [convener, member] = [await stage.convener(), await stage.member()];
    const { id } = await stage.asked();
    const people = await stage.crowd(6);
    for (const [i, who] of people.entries()) await stage.answer(who, id, { words: i === 0 ? [] : [`意见 ${i}`] });
    await end(id);
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
    const shown = JSON.stringify(await results(convener, id));
    expect(shown).not.toContain('意见');
  });

  it('comes as a table, with names only where they were given', async () => {
    const convener = await stage.convener();
    const people = await stage.crowd(5);
    for (const anonymous of [true, false]) {
      const { id } = await stage.asked({ anonymous });
      for (const who of people) await stage.answer(who, id, { words: ['=1+1'] });
      if (anonymous) await end(id);
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

  it('is changed only before it is open, and not past somebody else', async () => {
    const [convener, member] = [await stage.convener(), await stage.member()];
    const { id: researchId } = await stage.started();
    const id = await stage.builtForm(researchId);
    const edit = (who: Player, over: object) => who.client.put(`/questionnaires/${id}`, { ...stage.form(), ...over });
    const sent = [convener, member].map((who) => edit(who, { revision: 0, title: '改过的问卷标题' }));
    expect((await Promise.all(sent)).map(({ status }) => status).sort()).toEqual([200, 409]);
    await convener.client.ok(convener.client.post(`/questionnaires/${id}/open`));
    expect(await convener.client.refusal(edit(convener, { revision: 1 }))).toMatchObject({
      code: 'QUESTIONNAIRE.NOT_EDITABLE',
    });
    const drop = convener.client.post(`/questionnaires/${id}/drop`);
    expect(await convener.client.refusal(drop)).toMatchObject({ code: 'MOVE.NOT_POSSIBLE' });
  });

  it('is refused with questions that cannot be answered, and with no time to answer them', async () => {
    const { client } = await stage.convener();
    const { id: researchId } = await stage.started();
    const [single] = QUESTIONS;
    const refused: [object, string][] = [
      [{ questions: [] }, 'REQUEST.INVALID'],
      [{ questions: [{ ...single, options: ['一个'] }] }, 'REQUEST.INVALID'],
      [{ questions: [{ ...single, options: ['甲', '甲'] }] }, 'REQUEST.INVALID'],
      [{ questions: [single, single] }, 'REQUEST.INVALID'],
      [{ questions: [{ ...single, kind: 'text' }] }, 'REQUEST.INVALID'],
      [{ questions: [{ ...single, id: '一' }] }, 'REQUEST.INVALID'],
      [{ closesAt: stage.now }, 'QUESTIONNAIRE.BAD_CLOSING'],
      [{ closesAt: stage.now + 91 * DAY_MS }, 'QUESTIONNAIRE.BAD_CLOSING'],
    ];
    for (const [over, code] of refused) {
      const refusal = client.post(`/research/${researchId}/questionnaires`, { ...stage.form(), ...over });
      expect([over, (await client.refusal(refusal)).code]).toEqual([over, code]);
    }
    const id = await stage.builtForm(researchId);
    stage.later(8 * DAY_MS);
    const late = (await stage.convener()).client;
    expect(await late.refusal(late.post(`/questionnaires/${id}/open`))).toMatchObject({
      code: 'QUESTIONNAIRE.BAD_CLOSING',
    });
  });

  it('goes out about no secret', async () => {
    const { client } = await stage.convener();
    const { id: researchId, topicId } = await stage.started();
    const id = await stage.builtForm(researchId);
    await client.ok(client.put(`/topics/${topicId}/sensitivity`, { sensitive: true, reason: '涉及个人隐私' }));
    expect(await client.refusal(client.post(`/questionnaires/${id}/open`))).toMatchObject({
      code: 'QUESTIONNAIRE.NOT_PUBLIC',
    });
  });

  it('refuses a blocked word in what is written, and stores no part of the sheet', async () => {
    const [resident, county] = [await stage.resident(), await stage.county()];
    const { id } = await stage.asked();
    await county.client.ok(county.client.put('/moderation/blocked-words', { county: '419902', words: ['坏话'] }));
    const refusal = resident.client.post(`/questionnaires/${id}/answers`, sheet({ words: ['一句坏话'] }));
    expect(await resident.client.refusal(refusal)).toMatchObject({ code: 'CONTENT.BLOCKED_WORD' });
    expect(await stage.answer(resident, id, { words: ['一句好话'] })).toEqual({ counted: true });
  });

  it('disappears when it is taken down or its research is withdrawn', async () => {
    const visitor = env.cast.visitor;
    const { client } = await stage.convener();
    const { id } = await stage.asked();
    await client.ok(client.post(`/moderation/items/questionnaire/${id}/take-down`, { reason: '题目不妥' }));
    expect(await visitor.refusal(visitor.get(`/questionnaires/${id}`))).toMatchObject({ code: 'ITEM.NOT_FOUND' });
    const other = await stage.asked();
    await stage.act(await stage.convener(), other.researchId, 'withdraw', { reason: '议题改为微协商' });
    expect(await visitor.refusal(visitor.get(`/questionnaires/${other.id}`))).toMatchObject({ code: 'ITEM.NOT_FOUND' });
    const detail = await client.ok(client.get<QuestionnaireDetail>(`/questionnaires/${other.id}`));
    expect(detail.handles).toBe(true);
  });
});
