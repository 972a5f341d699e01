import { type Created, DAY_MS, type MessageView, type Page, type QuestionnaireDetail } from '@consult/shared';
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
    const shown = await stage.results(convener, id);
    expect(shown).toMatchObject({ shown: true, answers: 1 });
    if (shown.shown) expect(shown.questions[0]?.choices.reduce((sum, { count }) => sum + count, 0)).toBe(1);
  });

  it('loses no sheet of many that come at once', async () => {
    const convener = await stage.convener();
    const { id } = await stage.asked();
    const people = await stage.crowd(6);
    await Promise.all(people.map((who, i) => stage.answer(who, id, { where: [String(i % 2)] })));
    await stage.closeForm(id);
    const shown = await stage.results(convener, id);
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
    expect(await stage.results(visitor, other)).toMatchObject({ shown: true, answers: 5 });
    stage.later(8 * DAY_MS);
    expect(await stage.results(visitor, id)).toMatchObject({ shown: true, answers: 5 });
    const late = (await stage.county()).client;
    for (const one of [id, other]) {
      expect(await late.refusal(late.post(`/questionnaires/${one}/answers`, sheet()))).toMatchObject({
        code: 'QUESTIONNAIRE.NOT_OPEN',
      });
    }
    // A retry of what was taken in time is still told that it was.
    expect(await stage.answer(await stage.resident(), id)).toEqual({ counted: false });
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
