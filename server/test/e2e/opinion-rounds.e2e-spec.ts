import {
  type Created,
  DAY_MS,
  type MessageView,
  type MyAnswer,
  type NextStatement,
  type Page,
  type RoundSummary,
} from '@consult/shared';
import { UNKNOWN } from '../support/call-route.js';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Rounds, SEEDS } from '../support/opinions.js';
import { Stage } from '../support/sessions.js';
import { acceptedTopic, PLACE } from '../support/topics.js';

describe.each(DATABASES)('an opinion round on %s', (kind) => {
  let env: TestEnvironment;
  let rounds: Rounds;
  let stage: Stage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    rounds = new Rounds(env);
    stage = new Stage(env);
  });
  afterAll(() => env.stop());

  const titlesOf = async (who: Player) =>
    (await who.client.ok(who.client.get<Page<MessageView>>('/messages?limit=50'))).items.map(({ title }) => title);
  const path = (id: string, rest = '') => `/opinion-rounds/${id}${rest}`;

  describe('before it opens', () => {
    it('is seen by those who handle it alone, and stands in the inbox of who started it', async () => {
      const { id, topicId } = await rounds.draft();
      const convener = await rounds.convener();
      const detail = await rounds.get(convener.client, id);
      expect(detail).toMatchObject({ state: 'draft', statements: 10, people: 0, canEdit: true, canVote: false });
      expect([detail.seeds, detail.actions, detail.subject.id]).toEqual([[...SEEDS], ['open', 'withdraw'], topicId]);
      expect(await stage.inboxOf(convener, id)).toEqual(['开放网络议政']);
      for (const client of [env.cast.visitor, (await rounds.resident()).client, (await stage.stranger()).client]) {
        for (const rest of ['', '/map', '/report']) {
          expect((await client.refusal(client.get(path(id, rest)))).code).toBe('ITEM.NOT_FOUND');
        }
      }
      const { client } = await rounds.resident();
      expect((await client.refusal(client.get(path(id, '/next')))).code).toBe('ITEM.NOT_FOUND');
      const listed = async (by: Player) =>
        (await by.client.ok(by.client.get<Page<RoundSummary>>(`/opinion-rounds?topicId=${topicId}`))).items.length;
      expect([await listed(convener), await listed(await rounds.resident(1))]).toEqual([1, 0]);
    });

    it('can be changed, by whoever read the latest version', async () => {
      const { id } = await rounds.draft();
      const { client } = await rounds.convener();
      const { topicId: _, sessionId: __, ...input } = rounds.input({ title: '沿西社区养老站建在哪里' });
      const edit = { ...input, seeds: SEEDS.slice(0, 4), revision: 0 };
      const saved = await client.ok(client.put(path(id), edit));
      expect(saved).toEqual({ id, state: 'draft', revision: 1 });
      expect(await rounds.get(client, id)).toMatchObject({ title: edit.title, seeds: edit.seeds, statements: 4 });
      expect((await client.refusal(client.put(path(id), edit))).code).toBe('OPINION.STALE');
      const other = await stage.stranger();
      expect((await other.client.refusal(other.client.put(path(id), edit))).code).toBe('ITEM.NOT_FOUND');
      await client.ok(client.post(path(id, '/open')));
      const late = await client.refusal(client.put(path(id), { ...edit, revision: 1 }));
      expect(late.code).toBe('OPINION.NOT_EDITABLE');
    });

    it('asks for a subject, times and statements that make sense', async () => {
      const { client } = await rounds.convener();
      const { id: topicId } = await acceptedTopic(env.cast);
      const refused = async (over: object) => {
        const body = { ...rounds.input({ topicId }), ...over };
        return (await client.refusal(client.post('/opinion-rounds', body))).code;
      };
      const now = env.clock.now();
      expect(await refused({ topicId: undefined })).toBe('REQUEST.INVALID');
      expect(await refused({ sessionId: topicId })).toBe('REQUEST.INVALID');
      expect(await refused({ topicId: UNKNOWN })).toBe('ITEM.NOT_FOUND');
      expect(await refused({ seeds: SEEDS.slice(0, 2) })).toBe('REQUEST.INVALID');
      expect(await refused({ seeds: ['门口要有坡道', '门口，要有坡道！', '账目要公开'] })).toBe('OPINION.SAME_SEEDS');
      expect(await refused({ opensAt: now, closesAt: now + 1000 })).toBe('OPINION.BAD_TIME');
      expect(await refused({ opensAt: now - 3 * DAY_MS, closesAt: now - DAY_MS })).toBe('OPINION.PAST_DATE');
      expect(await refused({ opensAt: now + 400 * DAY_MS, closesAt: now + 401 * DAY_MS })).toBe(
        'OPINION.TOO_FAR_AHEAD',
      );
    });

    it('is about what is not yet settled, and started by those of the place', async () => {
      const { id: topicId } = await acceptedTopic(env.cast);
      const input = rounds.input({ topicId });
      const other = await stage.stranger();
      expect((await other.client.refusal(other.client.post('/opinion-rounds', input))).code).toBe('REGION.OUTSIDE');
      const member = await stage.member();
      const refusal = await member.client.refusal(member.client.post('/opinion-rounds', input));
      expect(refusal.code).toBe('OPINION.MEMBERS_ONLY_MICRO');
      const { client } = await rounds.convener();
      await client.ok(client.post(`/topics/${topicId}/withdraw`, { reason: '提出人已自行解决' }));
      const late = await client.refusal(client.post('/opinion-rounds', input));
      expect([late.code, late.message]).toEqual(['OPINION.SUBJECT_NOT_READY', expect.stringContaining('已撤销')]);
    });
  });

  describe('of a session', () => {
    it('may be started by the member who called a small one, and is opened once that is announced', async () => {
      const member = await stage.member();
      const { id: topicId } = await acceptedTopic(env.cast);
      const called = await member.client.ok(
        member.client.post<Created>('/sessions', await stage.input([topicId], { chairId: member.id })),
      );
      const input = rounds.input({ sessionId: called.id });
      const { id } = await member.client.ok(member.client.post<Created>('/opinion-rounds', input));
      const early = await member.client.refusal(member.client.post(path(id, '/open')));
      expect(early.code).toBe('OPINION.SUBJECT_NOT_READY');
      await stage.move(member, called.id, 'announce');
      await member.client.ok(member.client.post(path(id, '/open')));
      const detail = await rounds.get(env.cast.visitor, id);
      expect(detail).toMatchObject({ state: 'open', subject: { kind: 'session', id: called.id }, topicId: null });
    });
  });

  describe('while it is open', () => {
    it('gives one statement after another until all are answered, and none twice', async () => {
      const { id } = await rounds.opened();
      const { client } = await rounds.resident();
      const seen = new Set<string>();
      let { statement, progress } = await rounds.next(client, id);
      while (statement !== null) {
        expect(seen.has(statement.id)).toBe(false);
        expect(progress).toEqual({ answered: seen.size, total: SEEDS.length });
        seen.add(statement.id);
        ({ statement, progress } = await rounds.vote(client, id, statement.id, 'agree'));
      }
      expect([seen.size, progress]).toEqual([SEEDS.length, { answered: 10, total: 10 }]);
      expect((await rounds.get(client, id)).mine).toEqual({ answered: 10, total: 10, remaining: 0, statements: [] });
    });

    it('counts the latest answer, and shows each person their own', async () => {
      const { id } = await rounds.opened();
      const { client } = await rounds.resident();
      const [first = '', second = ''] = await rounds.statements(id);
      await rounds.vote(client, id, first, 'agree');
      await rounds.vote(client, id, second, 'pass');
      env.clock.advance(1000);
      await rounds.vote(client, id, first, 'disagree');
      const mine = await client.ok(client.get<Page<MyAnswer>>(path(id, '/mine?limit=1')));
      expect(mine.items.map(({ no, vote }) => [no, vote])).toEqual([[1, 'disagree']]);
      const rest = await client.ok(client.get<Page<MyAnswer>>(path(id, `/mine?after=${mine.nextAfter}`)));
      expect(rest.items.map(({ no, vote }) => [no, vote])).toEqual([[2, 'pass']]);
      const other = await rounds.resident(1);
      const theirs = await other.client.ok(other.client.get<Page<MyAnswer>>(path(id, '/mine')));
      expect(theirs.items).toEqual([]);
      await rounds.compute();
      expect(await rounds.get(client, id)).toMatchObject({ people: 1, votes: 2 });
    });

    it('counts the answer that came in last, also where the clock was put back in between', async () => {
      const { id } = await rounds.opened();
      const { client } = await rounds.resident();
      const [first = ''] = await rounds.statements(id);
      await rounds.vote(client, id, first, 'agree');
      for (const vote of ['disagree', 'pass'] as const) {
        env.clock.advance(-1000);
        await rounds.vote(client, id, first, vote);
        const { items } = await client.ok(client.get<Page<MyAnswer>>(path(id, '/mine')));
        expect(items.map((answer) => answer.vote)).toEqual([vote]);
      }
      env.clock.advance(3000);
    });

    it('takes a retry and two answers at once as one voice', async () => {
      const { id } = await rounds.opened();
      const { client, id: personId } = await rounds.resident();
      const [first = '', second = ''] = await rounds.statements(id);
      const body = { statementId: first, vote: 'agree' };
      const once = await client.post<NextStatement>(path(id, '/votes'), body, 'one-tap-sent-twice');
      const again = await client.post<NextStatement>(path(id, '/votes'), body, 'one-tap-sent-twice');
      expect([again.status, again.body]).toEqual([200, once.body]);
      const other = await rounds.resident(1);
      await Promise.all([first, second, first].map((statement) => rounds.vote(other.client, id, statement, 'agree')));
      const count = async (table: string) => {
        const [row]: { n: number }[] = await env.database.read.query(
          `SELECT COUNT(*) AS n FROM ${table} WHERE round_id = ?`,
          [id],
        );
        return Number(row?.n);
      };
      expect(await count('opinion_voters')).toBe(2);
      await rounds.compute();
      expect(await rounds.get(client, id)).toMatchObject({ people: 2, votes: 3 });
      expect(personId).not.toBe(other.id);
    });

    it('deals several ahead to a phone that names what it holds, also to a visitor who only looks', async () => {
      const { id } = await rounds.opened();
      const { client } = await rounds.resident();
      for (const who of [client, env.cast.visitor]) {
        const held: string[] = [];
        for (const _ of SEEDS) {
          const query = held.length > 0 ? `?except=${held.join(',')}` : '';
          const { statement, progress } = await who.ok(who.get<NextStatement>(path(id, `/next${query}`)));
          expect(progress).toEqual({ answered: 0, total: SEEDS.length });
          held.push(statement?.id ?? '');
        }
        expect(new Set(held)).toEqual(new Set(await rounds.statements(id)));
        const none = await who.ok(who.get<NextStatement>(path(id, `/next?except=${held.join(',')}`)));
        expect(none.statement).toBeNull();
      }
      const odd = await client.refusal(client.get(path(id, '/next?except=1,2')));
      expect(odd.code).toBe('REQUEST.INVALID');
    });

    it('takes answers from those of the place, to statements that are there', async () => {
      const { id } = await rounds.opened();
      const [statementId = ''] = await rounds.statements(id);
      const vote = { statementId, vote: 'agree' };
      const stranger = await env.cast.one('resident', '曙光街道');
      for (const who of [stranger, await rounds.convener()]) {
        expect((await who.client.refusal(who.client.post(path(id, '/votes'), vote))).code).toBe('REGION.OUTSIDE');
        expect((await who.client.refusal(who.client.get(path(id, '/next')))).code).toBe('REGION.OUTSIDE');
        const text = { text: '我从别处来说一句' };
        expect((await who.client.refusal(who.client.post(path(id, '/statements'), text))).code).toBe('REGION.OUTSIDE');
      }
      const { visitor } = env.cast;
      expect((await visitor.refusal(visitor.post(path(id, '/votes'), vote))).code).toBe('AUTH.REQUIRED');
      const { client } = await rounds.resident();
      const elsewhere = await rounds.opened();
      const refusal = await client.refusal(client.post(path(elsewhere.id, '/votes'), vote));
      expect(refusal.code).toBe('ITEM.NOT_FOUND');
      const odd = await client.refusal(client.post(path(id, '/votes'), { statementId, vote: 'perhaps' }));
      expect(odd.code).toBe('REQUEST.INVALID');
    });

    it('stands in the list of its place and county, soonest to end first', async () => {
      const { id } = await rounds.opened({ closesAt: env.clock.now() + 2 * DAY_MS });
      const { visitor } = env.cast;
      const ids = async (query: string) =>
        (await visitor.ok(visitor.get<Page<RoundSummary>>(`/opinion-rounds?${query}`))).items.map((one) => one.id);
      const open = await ids(`region=${PLACE.townshipCode}&limit=50`);
      expect(open[0]).toBe(id);
      const first = await visitor.ok(
        visitor.get<Page<RoundSummary>>(`/opinion-rounds?region=${PLACE.townshipCode}&limit=2`),
      );
      const second = await ids(`region=${PLACE.townshipCode}&limit=2&after=${first.nextAfter}`);
      expect([...first.items.map((one) => one.id), ...second]).toEqual(open.slice(0, 4));
      expect(await ids('region=419902&limit=50')).toContain(id);
      expect(await ids('region=419902002')).not.toContain(id);
      expect((await visitor.refusal(visitor.get('/opinion-rounds'))).code).toBe('REQUEST.INVALID');
    });
  });

  describe('of a sensitive topic', () => {
    it('is for those who handle it alone', async () => {
      const { id, topicId } = await rounds.opened();
      const { client } = await rounds.convener();
      await client.ok(client.put(`/topics/${topicId}/sensitivity`, { sensitive: true, reason: '涉及个人隐私' }));
      const { visitor } = env.cast;
      const other = await rounds.resident(1);
      for (const who of [visitor, other.client]) {
        for (const rest of ['', '/map', '/report']) {
          expect((await who.refusal(who.get(path(id, rest)))).code).toBe('ITEM.NOT_FOUND');
        }
      }
      expect((await other.client.refusal(other.client.get(path(id, '/next')))).code).toBe('ITEM.NOT_FOUND');
      const list = await visitor.ok(
        visitor.get<Page<RoundSummary>>(`/opinion-rounds?region=${PLACE.townshipCode}&limit=50`),
      );
      expect(list.items.map((one) => one.id)).not.toContain(id);
      expect((await rounds.get(client, id)).state).toBe('open');
    });
  });

  describe('by itself', () => {
    it('opens and closes at its time, tells who it concerns, and takes no vote after', async () => {
      const { id } = await rounds.draft({ title: '沿西社区养老站几点关门' });
      const convener = await rounds.convener();
      await env.work();
      expect((await rounds.get(convener.client, id)).state).toBe('draft');
      stage.later(DAY_MS);
      await env.work();
      const opened = await rounds.get((await rounds.resident()).client, id);
      expect([opened.state, opened.canVote, opened.timeline.map((one) => one.by)]).toEqual(['open', true, ['系统']]);
      expect(await titlesOf(await rounds.resident())).toContain('请您说说看法');
      expect(await stage.inboxOf(await rounds.convener(), id)).toEqual(['关注进展，到期截止']);

      const [statementId = ''] = await rounds.statements(id);
      const voter = await rounds.resident(1);
      await rounds.vote(voter.client, id, statementId, 'agree');
      stage.later(6 * DAY_MS);
      await env.work();
      const remindersOf = async ({ client }: Player) =>
        (await client.ok(client.get<Page<MessageView>>('/messages?limit=50'))).items.filter(
          ({ item, title }) => item?.id === id && title === '网络议政快要截止',
        ).length;
      // The raiser has not answered; who has is not reminded.
      expect(await remindersOf(await rounds.resident())).toBe(1);
      expect(await remindersOf(await rounds.resident(1))).toBe(0);

      stage.later(DAY_MS);
      const late = await rounds.resident();
      const refusal = await late.client.refusal(late.client.post(path(id, '/votes'), { statementId, vote: 'agree' }));
      expect(refusal.code).toBe('OPINION.NOT_OPEN');
      await env.work();
      expect((await rounds.get(late.client, id)).state).toBe('closed');
      for (const who of [late, await rounds.resident(1)]) expect(await titlesOf(who)).toContain('网络议政有了结果');
      expect(await titlesOf(await rounds.convener())).toContain('网络议政已截止');
      expect(await stage.inboxOf(await rounds.convener(), id)).toEqual([]);
    });

    it('waits with opening until what it is about is ready, and stays a draft otherwise', async () => {
      const { id: sessionId } = await stage.called({ startsAt: env.clock.now() + 10 * DAY_MS });
      const convener = await rounds.convener();
      const { id } = await convener.client.ok(
        convener.client.post<Created>('/opinion-rounds', rounds.input({ sessionId })),
      );
      stage.later(DAY_MS);
      await env.work();
      expect((await rounds.get((await rounds.convener()).client, id)).state).toBe('draft');
      await stage.move(await rounds.convener(), sessionId, 'announce');
      stage.later(DAY_MS);
      await env.work();
      expect((await rounds.get(env.cast.visitor, id)).state).toBe('open');
    });
  });

  describe('that is withdrawn', () => {
    it('says why and shows nothing any more', async () => {
      const { id } = await rounds.opened();
      const { client } = await rounds.convener();
      expect((await client.refusal(client.post(path(id, '/withdraw')))).code).toBe('REQUEST.INVALID');
      await client.ok(client.post(path(id, '/withdraw'), { reason: '看法写得有歧义，改好后重新发起' }));
      const detail = await rounds.get(env.cast.visitor, id);
      expect([detail.state, detail.timeline.at(-1)?.reason]).toEqual(['withdrawn', '看法写得有歧义，改好后重新发起']);
      const { visitor } = env.cast;
      expect((await visitor.refusal(visitor.get(path(id, '/map')))).code).toBe('OPINION.NOT_OPEN');
      expect((await visitor.refusal(visitor.get(path(id, '/report')))).code).toBe('OPINION.NO_REPORT_YET');
      const resident = await rounds.resident();
      expect((await resident.client.refusal(resident.client.get(path(id, '/next')))).code).toBe('OPINION.NOT_OPEN');
    });
  });
});
