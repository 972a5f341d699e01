import {
  type AgreedTask,
  type Created,
  DAY_MS,
  type DepartmentView,
  type MinutesDetail,
  type MinutesInput,
  programmeOf,
  type SessionArrangement,
  type SessionDetail,
  type SessionInput,
} from '@consult/shared';
import type { Player } from './cast.js';
import type { TestEnvironment } from './environment.js';
import { acceptedTopic, PLACE } from './topics.js';

const HOUR_MS = 60 * 60 * 1000;

/** Where a session is and who runs it, of all that was filled in. */
export function arrangementOf({
  place,
  location,
  meetingNumber,
  dialIn,
  chairId,
  recorderId,
}: SessionArrangement): SessionArrangement {
  return { place, location, meetingNumber, dialIn, chairId, recorderId };
}

/** The people of 沿河街道 and what they do to sessions and minutes; the convener records unless a test says otherwise. */
export class Stage {
  constructor(readonly env: TestEnvironment) {}

  get now(): number {
    return this.env.clock.now();
  }

  convener = (): Promise<Player> => this.env.cast.one('convener', PLACE.township);
  member = (): Promise<Player> => this.env.cast.one('member', PLACE.township);
  resident = (nth = 0): Promise<Player> => this.env.cast.one('resident', PLACE.township, nth);
  party = (): Promise<Player> => this.env.cast.one('party_committee', PLACE.township);
  county = (): Promise<Player> => this.env.cast.one('county_office', PLACE.county);
  stranger = (): Promise<Player> => this.env.cast.one('convener', '曙光街道');

  /** Lets time pass, and has everyone sign in again. */
  later(ms: number): void {
    this.env.clock.advance(ms);
    this.env.cast.forget();
  }

  /** A 微协商 tomorrow, chaired and recorded by the convener, signed by the convener and the member. */
  async input(topicIds: string[], over: Partial<SessionInput> = {}): Promise<SessionInput> {
    const [convener, member] = [await this.convener(), await this.member()];
    const startsAt = this.now + DAY_MS;
    return {
      title: '沿西社区养老设施协商会',
      topicIds,
      format: 'micro',
      startsAt,
      endsAt: (over.startsAt ?? startsAt) + 2 * HOUR_MS,
      place: '沿西社区议事室',
      questions: ['设施建在哪里', '钱从哪里来'],
      programme: programmeOf(['签到', '情况说明', '讨论协商'], (i) => `item-${i + 1}`),
      seats: 10,
      chairId: convener.id,
      recorderId: convener.id,
      signatoryIds: [convener.id, member.id],
      ...over,
    };
  }

  /** A session about a new topic, in preparation. */
  async called(over: Partial<SessionInput> = {}): Promise<{ id: string; topicId: string; input: SessionInput }> {
    const { id: topicId } = await acceptedTopic(this.env.cast);
    const convener = await this.convener();
    const input = await this.input([topicId], over);
    const { id } = await convener.client.ok(convener.client.post<Created>('/sessions', input));
    return { id, topicId, input };
  }

  async announced(over: Partial<SessionInput> = {}) {
    const session = await this.called(over);
    await this.move(await this.convener(), session.id, 'announce');
    return session;
  }

  move(who: Player, id: string, action: string, body = {}) {
    return who.client.ok(who.client.post(`/sessions/${id}/${action}`, body));
  }

  session(who: Player, id: string): Promise<SessionDetail> {
    return who.client.ok(who.client.get<SessionDetail>(`/sessions/${id}`));
  }

  minutes(who: Player, id: string): Promise<MinutesDetail> {
    return who.client.ok(who.client.get<MinutesDetail>(`/minutes/${id}`));
  }

  /** A session that took place, its minutes waiting to be written. Both residents and the member had a seat. */
  async ended(over: Partial<SessionInput> = {}): Promise<{ sessionId: string; minutesId: string; topicId: string }> {
    const { id, topicId, input } = await this.announced(over);
    for (const [who, category] of [
      [await this.resident(), 'resident'],
      [await this.resident(1), 'resident'],
      [await this.member(), 'member'],
    ] as const) {
      await who.client.ok(who.client.post(`/sessions/${id}/sign-up`, { category }));
    }
    this.later(input.startsAt - this.now);
    const convener = await this.convener();
    await this.move(convener, id, 'start');
    await this.move(convener, id, 'end');
    const [minutes] = (await this.session(convener, id)).minutes;
    if (minutes === undefined) throw new Error('no minutes were begun');
    return { sessionId: id, minutesId: minutes.id, topicId };
  }

  async task(over: Partial<AgreedTask> = {}): Promise<AgreedTask> {
    const { visitor } = this.env.cast;
    const departments = await visitor.ok(visitor.get<DepartmentView[]>(`/departments?region=${PLACE.townshipCode}`));
    const civil = departments.find((department) => department.name.includes('民政局'));
    return {
      what: '在一号院闲置用房建养老服务站',
      leadDepartmentId: civil?.id ?? '',
      coDepartmentIds: [],
      dueAt: this.now + 60 * DAY_MS,
      funds: '福彩公益金',
      ...over,
    };
  }

  async content(over: Partial<MinutesInput> = {}): Promise<MinutesInput> {
    return {
      situation: '沿西社区一号院六十岁以上老人占三成。',
      points: [{ speaker: '居民代表', text: '希望建在一楼，老人不用爬楼。' }],
      departmentAnswers: [{ speaker: '民政局', text: '可列入今年的建设计划。' }],
      consensus: ['建在一号院闲置用房'],
      dissent: ['是否收费，意见不一'],
      noDissent: false,
      tasks: [await this.task()],
      photos: [],
      revision: 0,
      ...over,
    };
  }

  async write(who: Player, id: string, over: Partial<MinutesInput> = {}) {
    return who.client.ok(who.client.put<{ revision: number }>(`/minutes/${id}`, await this.content(over)));
  }

  /** Minutes that those who were there can object to. */
  async circulated() {
    const ended = await this.ended();
    const convener = await this.convener();
    await this.write(convener, ended.minutesId);
    await convener.client.ok(convener.client.post(`/minutes/${ended.minutesId}/circulate`));
    return ended;
  }

  /** Lets the objection period pass and has both signatories sign. */
  async signAll(minutesId: string): Promise<void> {
    this.later(4 * DAY_MS);
    for (const who of [await this.convener(), await this.member()]) {
      await who.client.ok(who.client.post(`/minutes/${minutesId}/sign`));
    }
  }

  async published() {
    const circulated = await this.circulated();
    await this.signAll(circulated.minutesId);
    const convener = await this.convener();
    await convener.client.ok(convener.client.post(`/minutes/${circulated.minutesId}/publish`));
    return circulated;
  }

  async inboxOf(who: Player, itemId: string) {
    const { items } = await who.client.ok(
      who.client.get<{ items: { itemId: string; does: string; dueAt: number }[] }>('/inbox?limit=50'),
    );
    return items.filter((todo) => todo.itemId === itemId).map((todo) => todo.does);
  }
}
