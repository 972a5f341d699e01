import {
  type Created,
  DAY_MS,
  type NextStatement,
  type OpinionMapView,
  type OpinionVote,
  type RoundDetail,
  type RoundInput,
  VOTE_NUMBERS,
} from '@consult/shared';
import { newId } from '../../src/common/ids.js';
import { Sessions } from '../../src/identity/sessions.service.js';
import { SignIns } from '../../src/identity/sign-ins.service.js';
import { MAP_EVERY_MS, MapRequests } from '../../src/opinion/map-requests.js';
import { OpinionVoteEntity, OpinionVoterEntity } from '../../src/opinion/opinion.entity.js';
import type { Player } from './cast.js';
import { Client } from './client.js';
import type { TestEnvironment } from './environment.js';
import { acceptedTopic, PLACE } from './topics.js';

/** Ten first statements: the first five tell two camps apart, the next three are held by all, the last two by nobody. */
export const SEEDS = [
  '养老站应当建在一号院的车棚里',
  '院里的车位比养老站更要紧',
  '养老站的饭菜可以由市场来做',
  '请志愿者轮流值守就够了',
  '先收一点费用才能办得长久',
  '门口要有无障碍坡道',
  '晚上九点以后不办吵闹的活动',
  '账目每季度贴出来给大家看',
  '养老站只给本院的老人用',
  '养老站可以占用消防通道',
] as const;

/** Opinion rounds in 沿河街道. */
export class Rounds {
  constructor(readonly env: TestEnvironment) {}

  convener = (): Promise<Player> => this.env.cast.one('convener', PLACE.township);
  resident = (nth = 0): Promise<Player> => this.env.cast.one('resident', PLACE.township, nth);

  input(over: Partial<RoundInput> = {}): RoundInput {
    const now = this.env.clock.now();
    return {
      title: '沿西社区养老站怎么建',
      intro: '院里要建养老站，地方、费用和开放时间请大家逐条说说看法。',
      opensAt: now + DAY_MS,
      closesAt: now + 8 * DAY_MS,
      seeds: [...SEEDS],
      ...over,
    };
  }

  /** A draft about a new topic. */
  async draft(over: Partial<RoundInput> = {}): Promise<{ id: string; topicId: string }> {
    const { id: topicId } = await acceptedTopic(this.env.cast);
    const { client } = await this.convener();
    const { id } = await client.ok(client.post<Created>('/opinion-rounds', this.input({ topicId, ...over })));
    return { id, topicId };
  }

  async opened(over: Partial<RoundInput> = {}): Promise<{ id: string; topicId: string }> {
    const round = await this.draft(over);
    const { client } = await this.convener();
    await client.ok(client.post(`/opinion-rounds/${round.id}/open`));
    return round;
  }

  get(client: Client, id: string): Promise<RoundDetail> {
    return client.ok(client.get<RoundDetail>(`/opinion-rounds/${id}`));
  }

  map(client: Client, id: string): Promise<OpinionMapView> {
    return client.ok(client.get<OpinionMapView>(`/opinion-rounds/${id}/map`));
  }

  next(client: Client, id: string): Promise<NextStatement> {
    return client.ok(client.get<NextStatement>(`/opinion-rounds/${id}/next`));
  }

  vote(client: Client, id: string, statementId: string, vote: OpinionVote): Promise<NextStatement> {
    return client.ok(client.post<NextStatement>(`/opinion-rounds/${id}/votes`, { statementId, vote }));
  }

  /** The statements of a round by their numbers, from 0. */
  async statements(id: string): Promise<string[]> {
    const rows: { id: string }[] = await this.env.database.read.query(
      'SELECT id FROM opinion_statements WHERE round_id = ? ORDER BY no',
      [id],
    );
    return rows.map((row) => row.id);
  }

  /** Residents of the township. */
  async crowd(count: number): Promise<string[]> {
    const people: { person_id: string }[] = await this.env.database.read.query(
      "SELECT person_id FROM grants WHERE role = 'resident' AND region = ? ORDER BY id LIMIT ?",
      [PLACE.townshipCode, count],
    );
    return people.map((row) => row.person_id);
  }

  /** One of them, signed in. */
  async as(personId: string): Promise<Client> {
    const { app, clock, database, url } = this.env;
    const now = clock.now();
    const device = { personId, way: 'demo', device: '测试' } as const;
    const { signInId } = await database.write((db) => app.get(SignIns).open(db, now, device));
    const token = await app.get(Sessions).issue({ id: signInId, personId }, now, now + DAY_MS);
    return new Client(url, { token, refreshToken: '' });
  }

  /**
   * Everyone answers everything, written at once: hundreds of calls would say nothing more.
   * @param answer of the n-th person to the i-th statement
   */
  async answers(id: string, people: readonly string[], answer: (i: number, n: number) => OpinionVote): Promise<void> {
    const { app, clock, database } = this.env;
    const at = clock.now();
    const statements = await this.statements(id);
    await database.write(async (db) => {
      for (const [n, personId] of people.entries()) {
        const voter = { id: newId(at), roundId: id, personId, category: 'resident' as const, createdAt: at };
        await db.insert(OpinionVoterEntity, voter);
        const row = { roundId: id, voterId: voter.id, at };
        await db.insert(
          OpinionVoteEntity,
          statements.map((statementId, i) => ({
            ...row,
            id: newId(at),
            statementId,
            vote: VOTE_NUMBERS[answer(i, n)],
          })),
        );
      }
      await app.get(MapRequests).ask({ db, now: at }, id);
    });
  }

  /** Those for whom `isFirst` holds are of one camp, the others of the other. */
  twoCamps(id: string, people: readonly string[], isFirst: (n: number) => boolean): Promise<void> {
    return this.answers(id, people, (i, n) => campVote(i, isFirst(n), n));
  }

  /** Lets the five seconds pass and has the map worked out. */
  async compute(): Promise<void> {
    this.env.clock.advance(2 * MAP_EVERY_MS);
    await this.env.work();
  }
}

/** What somebody of a camp says to the i-th of SEEDS, with some who differ. */
export function campVote(i: number, first: boolean, n: number): OpinionVote {
  if (i < 5) {
    if ((n + i) % 7 === 0) return 'pass';
    return first === (i % 2 === 0) ? 'agree' : 'disagree';
  }
  return i < 8 ? 'agree' : 'disagree';
}
