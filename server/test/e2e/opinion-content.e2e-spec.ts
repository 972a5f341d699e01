import {
  type CheckView,
  type Created,
  DAY_MS,
  type MapStatement,
  type MyData,
  type NextStatement,
  OPINION_LIMITS,
  type OpinionReport,
  type Page,
  type PublicItemView,
  type StatementSubmitted,
} from '@consult/shared';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { ScriptedChecks, withOpenid } from '../support/moderation.js';
import { campVote, Rounds, SEEDS } from '../support/opinions.js';
import { Stage } from '../support/sessions.js';
import { PLACE } from '../support/topics.js';
import { fakeWechat, settledPerson } from '../support/wechat-person.js';

describe.each(DATABASES)('what people write in an opinion round on %s', (kind) => {
  let env: TestEnvironment;
  let rounds: Rounds;
  let stage: Stage;
  let checks: ScriptedChecks;
  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
    rounds = new Rounds(env);
    stage = new Stage(env);
    checks = new ScriptedChecks(env);
    await withOpenid(env, await rounds.resident());
  });
  beforeEach(() => checks.reset());
  afterAll(() => env.stop());

  const submit = async (id: string, text: string, nth = 0) => {
    const { client } = await rounds.resident(nth);
    return client.ok(client.post<StatementSubmitted>(`/opinion-rounds/${id}/statements`, { text }));
  };
  /** Everything that a person other than its author is shown of a round. */
  const shownOf = async (id: string): Promise<string> => {
    const { visitor } = env.cast;
    const other = await rounds.resident(1);
    const convener = await rounds.convener();
    const seen: unknown[] = [
      await rounds.get(visitor, id),
      await rounds.get(other.client, id),
      await rounds.map(visitor, id),
      await convener.client.ok(convener.client.get<OpinionReport>(`/opinion-rounds/${id}/report`)),
      await other.client.ok(other.client.get(`/opinion-rounds/${id}/mine?limit=50`)),
    ];
    let { statement } = await rounds.next(other.client, id);
    for (let n = 0; statement !== null && n < 30; n++) {
      seen.push(statement);
      ({ statement } = await rounds.vote(other.client, id, statement.id, 'pass'));
    }
    return JSON.stringify(seen);
  };

  it('is asked of nobody before it has passed, then of everyone', async () => {
    const { id } = await rounds.opened();
    checks.text = () => ({ suggest: 'review', label: 20001 });
    const written = await submit(id, '门口的花坛可以改成长椅');
    expect(written).toMatchObject({ statement: null, content: 'pending', known: false });
    expect(await shownOf(id)).not.toContain('花坛');
    await env.work();
    expect(await shownOf(id)).not.toContain('花坛');
    const { client } = await rounds.resident();
    const mine = (await rounds.get(client, id)).mine;
    expect(mine?.statements).toEqual([
      expect.objectContaining({ text: '门口的花坛可以改成长椅', content: 'in_review', no: SEEDS.length + 1 }),
    ]);
    const refusal = await client.refusal(
      client.post(`/opinion-rounds/${id}/votes`, { statementId: written.id, vote: 'agree' }),
    );
    expect(refusal.code).toBe('OPINION.STATEMENT_GONE');

    const convener = await rounds.convener();
    const queue = await convener.client.ok(
      convener.client.get<Page<CheckView>>(`/moderation/checks?region=${PLACE.townshipCode}&state=in_review`),
    );
    const check = queue.items.find(({ ownerId }) => ownerId === written.id);
    expect(check).toMatchObject({
      kind: 'opinion_statement',
      text: '门口的花坛可以改成长椅',
      page: { kind: 'round', id },
    });
    await convener.client.ok(convener.client.post(`/moderation/checks/${check?.checkId}/approve`));
    await rounds.compute();
    expect(await rounds.get(env.cast.visitor, id)).toMatchObject({ statements: SEEDS.length + 1 });
    const other = await rounds.resident(1);
    expect((await rounds.next(other.client, id)).statement?.text).toBe('门口的花坛可以改成长椅');
  });

  it('is refused where a machine or a blocked word says so, and can be appealed', async () => {
    const { id } = await rounds.opened();
    checks.text = () => ({ suggest: 'risky', label: 20003 });
    await submit(id, '这里写的是骂人的话');
    await env.work();
    expect(await shownOf(id)).not.toContain('骂人');
    const { client } = await rounds.resident();
    const [mine] = (await rounds.get(client, id)).mine?.statements ?? [];
    expect(mine).toMatchObject({ content: 'refused', checkId: expect.any(String) });
    await client.ok(client.post(`/moderation/checks/${mine?.checkId}/appeal`, { reason: '这是方言，不是骂人' }));
    expect((await rounds.get(client, id)).mine?.statements[0]?.content).toBe('in_review');

    const county = await stage.county();
    await county.client.ok(county.client.put('/moderation/blocked-words', { county: '419902', words: ['办假证'] }));
    const refusal = await client.refusal(client.post(`/opinion-rounds/${id}/statements`, { text: '专业办 假 证找我' }));
    expect(refusal.code).toBe('CONTENT.BLOCKED_WORD');
    const convener = await rounds.convener();
    const input = rounds.input({ topicId: (await rounds.draft()).topicId, intro: '可以办假证也可以不办，大家说说' });
    const start = await convener.client.refusal(convener.client.post('/opinion-rounds', input));
    expect(start.code).toBe('CONTENT.BLOCKED_WORD');
  });

  it('that says what stands there already is answered with that', async () => {
    const { id } = await rounds.opened();
    const [first] = await rounds.statements(id);
    const known = await submit(id, `${SEEDS[0]}！！`);
    expect(known).toEqual({
      id: first,
      known: true,
      content: 'passed',
      statement: { id: first, no: 1, text: SEEDS[0] },
    });
    const twice = await Promise.all([submit(id, '院里多装两盏灯'), submit(id, '院里多装两盏灯', 1)]);
    expect(new Set(twice.map((one) => one.id)).size).toBe(1);
    expect(twice.filter((one) => one.known)).toHaveLength(1);
    expect((await rounds.statements(id)).length).toBe(SEEDS.length + 1);
  });

  it('is limited for each person, and ends with the round', async () => {
    const { id } = await rounds.opened();
    for (let n = 0; n < OPINION_LIMITS.statementsPerPerson; n++) await submit(id, `第${n}件事也请一起办好`);
    const { client } = await rounds.resident();
    const add = (text: string) => client.refusal(client.post(`/opinion-rounds/${id}/statements`, { text }));
    expect((await add('再多写一条行不行')).code).toBe('OPINION.TOO_MANY_STATEMENTS');
    expect((await submit(id, '别人还可以接着写', 1)).known).toBe(false);
    const convener = await rounds.convener();
    await convener.client.ok(convener.client.post(`/opinion-rounds/${id}/close`));
    expect((await add('结束以后再写一条')).code).toBe('OPINION.NOT_OPEN');
  });

  describe('and others take offence at', () => {
    let id = '';
    let written = '';
    beforeAll(async () => {
      ({ id } = await rounds.opened());
      written = (await submit(id, '二号院的人不配用养老站')).id;
      await env.work();
      const people = await rounds.crowd(18);
      await rounds.twoCamps(id, people, (n) => n % 2 === 0);
      const offending = (await rounds.statements(id)).indexOf(written);
      expect(offending).toBe(SEEDS.length);
      await rounds.compute();
    }, 60_000);

    it('stands on the map until it is reported and taken down, then nowhere, at once', async () => {
      const united = async () => {
        const map = await rounds.map(env.cast.visitor, id);
        return map.ready ? map.unites.map(({ text }: MapStatement) => text) : [];
      };
      expect(await united()).toContain('二号院的人不配用养老站');
      const { client } = await rounds.resident(1);
      const item = `/moderation/items/opinion_statement/${written}`;
      const view = await client.ok(client.get<PublicItemView>(item));
      expect(view).toMatchObject({ state: 'passed', canReport: true, canTakeDown: false });
      const report = { kind: 'opinion_statement', itemId: written, category: 'abuse', note: '这是在骂邻居' };
      await client.ok(client.post<Created>('/reports', report));
      const convener = await rounds.convener();
      await convener.client.ok(convener.client.post(`${item}/take-down`, { reason: '贬低他人，不予展示' }));
      expect(await united()).not.toContain('二号院的人不配用养老站');
      expect(await shownOf(id)).not.toContain('不配');
      expect((await client.refusal(client.get(item))).code).toBe('ITEM.NOT_FOUND');
      const author = await rounds.resident();
      const [mine] = (await rounds.get(author.client, id)).mine?.statements ?? [];
      expect(mine).toMatchObject({ content: 'taken_down', reason: '贬低他人，不予展示' });
    });

    it('is left out of the mathematics, and comes back with its answers when it is restored', async () => {
      await rounds.compute();
      expect(await rounds.get(env.cast.visitor, id)).toMatchObject({ statements: SEEDS.length });
      const convener = await rounds.convener();
      const item = `/moderation/items/opinion_statement/${written}`;
      await convener.client.ok(convener.client.post(`${item}/restore`, { reason: '经复核可以展示' }));
      await rounds.compute();
      const map = await rounds.map(env.cast.visitor, id);
      const found = map.ready ? map.unites.find((one) => one.id === written) : undefined;
      expect(found).toMatchObject({ side: 'disagree', all: { agree: 0, disagree: 18, pass: 0 } });
    });
  });

  it('is taken off the lists with the round as a whole', async () => {
    const { id } = await rounds.opened();
    const convener = await rounds.convener();
    await convener.client.ok(
      convener.client.post(`/moderation/items/round/${id}/take-down`, { reason: '看法里有他人隐私' }),
    );
    const { visitor } = env.cast;
    expect((await visitor.refusal(visitor.get(`/opinion-rounds/${id}`))).code).toBe('ITEM.NOT_FOUND');
    const { client } = await rounds.resident();
    expect((await client.refusal(client.get(`/opinion-rounds/${id}/next`))).code).toBe('ITEM.NOT_FOUND');
    const list = await visitor.ok(visitor.get<Page<Created>>(`/opinion-rounds?region=${PLACE.townshipCode}&limit=50`));
    expect(list.items.map((one) => one.id)).not.toContain(id);
    expect((await rounds.get(convener.client, id)).content).toBe('taken_down');
  });

  it('and answer is part of one’s copy, and nobody’s after one has left', async () => {
    fakeWechat(env);
    const { id } = await rounds.opened();
    const leaver = await settledPerson(env, 'openid-leaver', PLACE.townshipCode, '13800005678');
    const [first = '', second = ''] = await rounds.statements(id);
    await rounds.vote(leaver.client, id, first, 'agree');
    await rounds.vote(leaver.client, id, second, campVote(1, true, 0));
    await leaver.client.ok(leaver.client.post(`/opinion-rounds/${id}/statements`, { text: '站里请备一个急救箱' }));
    const data = await leaver.client.ok(leaver.client.get<MyData>('/me/export'));
    expect(data.records.opinionAnswers).toEqual([
      expect.objectContaining({ text: SEEDS[0], vote: 'agree' }),
      expect.objectContaining({ text: SEEDS[1], vote: 'disagree' }),
    ]);
    expect(data.records.opinionStatements).toEqual([expect.objectContaining({ text: '站里请备一个急救箱' })]);
    expect(data.records.opinionRounds).toEqual([expect.objectContaining({ round_id: id, category: 'resident' })]);

    await leaver.client.ok(leaver.client.delete(`/me?confirm=${encodeURIComponent('注销')}`));
    const voters: { person_id: string | null; votes: number }[] = await env.database.read.query(
      `SELECT v.person_id, COUNT(o.id) AS votes FROM opinion_voters v JOIN opinion_votes o ON o.voter_id = v.id
       WHERE v.round_id = ? GROUP BY v.id, v.person_id`,
      [id],
    );
    expect(voters.map((row) => [row.person_id, Number(row.votes)])).toEqual([[null, 2]]);
    await rounds.compute();
    expect(await rounds.get(env.cast.visitor, id)).toMatchObject({ people: 1, votes: 2 });
  });

  it('and all of it is answered within a few queries, however many statements there are', async () => {
    const { id } = await rounds.opened({ closesAt: env.clock.now() + 3 * DAY_MS });
    const { client } = await rounds.resident();
    const [first = '', ...others] = await rounds.statements(id);
    await rounds.vote(client, id, first, 'agree');
    const { next } = await countQueries(env, () =>
      client.ok(client.post<NextStatement>(`/opinion-rounds/${id}/votes`, { statementId: others[0], vote: 'agree' })),
    );
    expect(next).toBeGreaterThan(4);
    expect(next).toBeLessThanOrEqual(9);
  });
});

/** How many statements on tables of opinions one call makes. */
async function countQueries(env: TestEnvironment, act: () => Promise<unknown>): Promise<{ next: number }> {
  const { writer } = env.database as unknown as { writer: { createQueryRunner(): { query: unknown } } };
  const original = writer.createQueryRunner.bind(writer);
  let next = 0;
  writer.createQueryRunner = (...args: []) => {
    const runner = original(...args) as { query: (...of: unknown[]) => Promise<unknown> };
    const query = runner.query.bind(runner);
    runner.query = (...of) => {
      if (/opinion_|topics|jobs/.test(String(of[0]))) next++;
      return query(...of);
    };
    return runner;
  };
  try {
    await act();
  } finally {
    writer.createQueryRunner = original;
  }
  return { next };
}
