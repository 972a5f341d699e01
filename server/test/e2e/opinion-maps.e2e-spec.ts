import { type Created, DAY_MS, type MapStatement, type OpinionMapReady, type OpinionReport } from '@consult/shared';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { Rounds } from '../support/opinions.js';
import { Stage } from '../support/sessions.js';

describe.each(DATABASES)('the map of an opinion round on %s', (kind) => {
  let env: TestEnvironment;
  let rounds: Rounds;
  let stage: Stage;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
    rounds = new Rounds(env);
    stage = new Stage(env);
  });
  afterAll(() => env.stop());

  const path = (id: string, rest = '') => `/opinion-rounds/${id}${rest}`;

  describe('with many people', () => {
    let id = '';
    let people: Awaited<ReturnType<Rounds['crowd']>>;
    let map: OpinionMapReady;
    /** All but the last three are of one of the two large camps. */
    const isFirst = (n: number) => n % 2 === 0;
    beforeAll(async () => {
      ({ id } = await rounds.opened());
      people = await rounds.crowd(24);
    }, 60_000);

    it('has no map below fifteen people, and says how many are missing', async () => {
      await rounds.twoCamps(id, people.slice(0, 14), isFirst);
      await rounds.compute();
      expect(await rounds.map(env.cast.visitor, id)).toEqual({
        ready: false,
        reason: 'few_people',
        people: 1,
        votes: 0,
      });
    }, 60_000);

    it('works the map out in the background, never in the request', async () => {
      await rounds.twoCamps(id, people.slice(14), (n) => isFirst(n));
      expect(await rounds.map(env.cast.visitor, id)).toMatchObject({ ready: false, reason: 'few_people' });
      await rounds.compute();
      const view = await rounds.map(env.cast.visitor, id);
      if (!view.ready) throw new Error('the map is not ready');
      map = view;
      expect(map).toMatchObject({ people: 24, votes: 240, smallGroups: 0, me: null });
      expect(map.groups.map(({ name, size }) => [name, size])).toEqual([
        ['甲', 12],
        ['乙', 12],
      ]);
    }, 60_000);

    it('finds what unites and what divides, counted by group', () => {
      const numbers = (statements: MapStatement[]) => statements.map(({ no }) => no).sort((a, b) => a - b);
      expect(numbers(map.unites)).toEqual([6, 7, 8, 9, 10]);
      expect(map.unites.every(({ ring }) => ring === 1)).toBe(true);
      expect(map.unites.map(({ no, side }) => [no, side])).toContainEqual([10, 'disagree']);
      expect(numbers(map.divides)).toEqual([1, 2, 3, 4, 5]);
      expect(map.unsettled).toEqual([]);
      const [divided] = map.divides;
      expect(divided?.byGroup.map(({ agree }) => agree).sort((a, b) => a - b)[0]).toBe(0);
      for (const { all, byGroup } of map.unites) {
        expect(byGroup.reduce((sum, group) => sum + group.agree, 0)).toBe(all.agree);
      }
      for (const { x, y, r, holds } of map.groups) {
        for (const at of [x - r, x + r, y - r, y + r]) expect(Math.abs(at)).toBeLessThanOrEqual(1.0001);
        expect(holds.length).toBeGreaterThan(0);
      }
    });

    it('tells each person where they stand, and nobody else', async () => {
      const [one = '', two = ''] = people;
      const [mine, theirs] = [await rounds.map(await rounds.as(one), id), await rounds.map(await rounds.as(two), id)];
      if (!mine.ready || !theirs.ready) throw new Error('the map is not ready');
      expect(mine.me?.group).not.toBe(theirs.me?.group);
      for (const at of [mine.me?.x, mine.me?.y]) expect(Math.abs(at ?? 9)).toBeLessThanOrEqual(1);
      const convener = await rounds.convener();
      const seen = await rounds.map(convener.client, id);
      expect(seen.ready && seen.me).toBeNull();
      expect(JSON.stringify({ ...mine, me: null })).not.toContain(one);
    });

    it('is worked out once for all votes of five seconds', async () => {
      const [statementId = ''] = await rounds.statements(id);
      const client = await rounds.as(people[0] ?? '');
      const maps = async () => {
        const rows: { id: string }[] = await env.database.read.query(
          'SELECT id FROM opinion_maps WHERE round_id = ? ORDER BY id DESC',
          [id],
        );
        return rows.map((row) => row.id);
      };
      const [before] = await maps();
      for (const vote of ['pass', 'agree', 'disagree', 'agree'] as const) {
        await rounds.vote(client, id, statementId, vote);
      }
      await rounds.compute();
      const after = await maps();
      expect(after.indexOf(before ?? '')).toBe(1);
      expect(after.length).toBeLessThanOrEqual(3);
    });

    it('has a report: before its end for those who handle it, then for everyone', async () => {
      const { visitor } = env.cast;
      expect((await visitor.refusal(visitor.get(path(id, '/report')))).code).toBe('OPINION.NO_REPORT_YET');
      const { client } = await rounds.convener();
      expect((await client.ok(client.get<OpinionReport>(path(id, '/report')))).people).toBe(24);
      await client.ok(client.post(path(id, '/close')));
      await rounds.compute();
      const report = await visitor.ok(visitor.get<OpinionReport>(path(id, '/report')));
      expect(report).toMatchObject({
        people: 24,
        state: 'closed',
        categories: [{ category: 'resident', people: 24 }],
        others: 0,
        groups: [
          { name: '甲', size: 12 },
          { name: '乙', size: 12 },
        ],
      });
      expect(report.summary[0]).toBe('共 24 人参加，对 10 条看法表态 240 次。');
      expect(report.statements.map(({ all }) => all && all.agree + all.disagree + all.pass)).toEqual(
        Array.from({ length: 10 }, () => 24),
      );
    });
  });

  describe('about a session', () => {
    it('goes into its minutes when it was closed before the session ended, with what unites and divides', async () => {
      const called = await stage.called({ startsAt: env.clock.now() + 10 * DAY_MS });
      await stage.move(await stage.convener(), called.id, 'announce');
      const convener = await rounds.convener();
      const { id } = await convener.client.ok(
        convener.client.post<Created>('/opinion-rounds', rounds.input({ sessionId: called.id })),
      );
      await convener.client.ok(convener.client.post(path(id, '/open')));
      await rounds.twoCamps(id, await rounds.crowd(24), (n) => n % 2 === 0);
      await rounds.compute();
      await convener.client.ok(convener.client.post(path(id, '/close')));
      await rounds.compute();
      const report = await env.cast.visitor.ok(env.cast.visitor.get<OpinionReport>(path(id, '/report')));
      expect(report.unites.length).toBeGreaterThan(0);

      stage.later(called.input.startsAt - env.clock.now());
      const later = await stage.convener();
      await stage.move(later, called.id, 'start');
      await stage.move(later, called.id, 'end');
      const minutesId = (await stage.session(later, called.id)).minutes[0]?.id ?? '';
      const { opinions } = await stage.minutes(later, minutesId);
      expect(opinions).toMatchObject([{ roundId: id, people: 24, votes: 240, summary: report.summary }]);
      expect(opinions[0]?.unites.map(({ text }) => text)).toEqual(report.unites.map(({ text }) => text));
      expect(opinions[0]?.divides.map(({ text }) => text)).toEqual(report.divides.map(({ text }) => text));
    });
  });

  describe('with a few who stand apart', () => {
    it('neither draws nor counts a group of fewer than five, also not by what is left', async () => {
      const { id } = await rounds.opened();
      const people = await rounds.crowd(23);
      // Three say the opposite of everybody to everything.
      await rounds.answers(id, people, (i, n) => {
        if ((n + i) % 11 === 0) return 'pass';
        return n >= 20 === (i % 2 === 0) ? 'agree' : 'disagree';
      });
      await rounds.compute();
      const map = await rounds.map(env.cast.visitor, id);
      if (!map.ready) throw new Error('the map is not ready');
      for (const { size } of map.groups) expect(size).toBeGreaterThanOrEqual(5);
      const drawn = map.groups.reduce((sum, { size }) => sum + size, 0);
      expect([drawn, map.smallGroups]).toEqual([20, 1]);
      const { client } = await rounds.convener();
      const report = await client.ok(client.get<OpinionReport>(path(id, '/report')));
      for (const { all } of report.statements) expect(all && all.agree + all.disagree + all.pass).toBe(20);
      for (const { all } of map.groups.flatMap(({ holds }) => holds))
        expect(all.agree + all.disagree + all.pass).toBe(20);
      const apart = await rounds.map(await rounds.as(people[22] ?? ''), id);
      expect(apart.ready && apart.me?.group).toBeNull();
    }, 60_000);
  });
});
