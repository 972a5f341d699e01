import {
  addDays,
  type Created,
  chinaDate,
  chinaMoment,
  type OutcomeSummary,
  type Page,
  programmeOf,
  type SessionDetail,
  type SessionFormat,
  type SessionInput,
  type SessionPlace,
} from '@consult/shared';
import { isWorkingDay } from '@consult/shared/deadlines';
import type { BookedSession, BookedTask, BookedTopic } from './books.js';
import type { County, Township } from './county.js';
import type { Promises } from './promises.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

/** Sessions from their notice to their outcome. */
export class Meetings {
  private called = 0;

  constructor(
    private readonly county: County,
    private readonly promises: Promises,
  ) {}

  /** About a topic of the plan, or one whose session fell through; not before its plan has stood long enough. */
  async callAbout(township: Township, topic: BookedTopic): Promise<void> {
    const { now } = this.county;
    const publishedAt = topic.plan?.publishedAt ?? null;
    if (topic.state === 'planned' && (publishedAt === null || now - publishedAt < 6 * DAY_MS)) return;
    if (this.county.books.isTaken(topic)) return;
    await this.call(township, [topic], topic.plan === null ? 'micro' : 'onsite');
  }

  /** About a promise that is to be spoken of again, with all it was about. */
  async callAgain(township: Township, task: BookedTask): Promise<void> {
    const { topics } = task.session;
    if (topics.some((topic) => this.county.books.isTaken(topic) || topic.state !== 'resolving')) return;
    await this.call(township, topics, 'micro');
  }

  async call(township: Township, topics: readonly BookedTopic[], format: SessionFormat): Promise<void> {
    const { people, books, chance } = this.county;
    const { convener } = township;
    const startsAt = this.dayFor(format);
    const members = chance.happens(0.3) ? [township.members[0] as string] : [];
    const input: SessionInput = {
      title: `第${++this.called}场协商议事会`,
      topicIds: topics.map(({ id }) => id),
      format,
      startsAt,
      endsAt: startsAt + 2 * HOUR_MS,
      place: `议事室${this.called}`,
      questions: ['怎么修', '谁来管'],
      programme: programmeOf(['情况说明', '讨论协商'], (i) => `item-${i + 1}`),
      seats: 10,
      chairId: convener,
      recorderId: convener,
      signatoryIds: [convener, ...members],
    };
    const { id } = await people.post<Created>(convener, '/sessions', input);
    const session: BookedSession = {
      id,
      title: input.title,
      township: township.code,
      topics,
      format,
      state: 'preparing',
      startsAt,
      signatories: input.signatoryIds,
      signed: new Set(),
      minutesId: null,
      minutes: 'none',
      sentAt: null,
      outcomeId: null,
      outcome: 'none',
      consensus: false,
      agreed: [],
    };
    books.sessions.set(id, session);
    books.did(`call (${format})`);
  }

  /** One piece of work about a session. */
  async deal(township: Township, session: BookedSession): Promise<void> {
    const { chance, now } = this.county;
    switch (session.state) {
      case 'preparing':
        // A session whose notice came too late is given another day.
        return now + this.noticeDays(session.format) * DAY_MS > session.startsAt
          ? this.move(township, session)
          : this.announce(township, session);
      case 'announced':
        if (now < session.startsAt - HOUR_MS) {
          if (chance.happens(0.02)) return this.fallThrough(township, session, 'postpone');
          if (chance.happens(0.02)) return this.fallThrough(township, session, 'cancel');
          return;
        }
        return this.hold(township, session);
      case 'postponed':
        return this.move(township, session);
      default:
        throw new Error(`nothing is to be done about a session that is ${session.state}`);
    }
  }

  async minutesOf(personId: string, session: BookedSession): Promise<void> {
    const { people, books, now } = this.county;
    const { convener } = this.county.township(session.township);
    if (session.minutes === 'draft') return this.write(convener, session);
    if (session.minutes === 'objection' && now - (session.sentAt ?? 0) > 4 * DAY_MS) {
      if (!session.signatories.includes(personId) || session.signed.has(personId)) return;
      await people.post(personId, `/minutes/${session.minutesId}/sign`);
      session.signed.add(personId);
      if (session.signed.size === session.signatories.length) session.minutes = 'countersigned';
      books.did('sign');
    } else if (session.minutes === 'countersigned' && personId === convener) {
      await people.post(convener, `/minutes/${session.minutesId}/publish`);
      session.minutes = 'published';
      session.state = 'recorded';
      const list = await people.get<Page<OutcomeSummary>>(
        convener,
        `/outcomes/work?region=${session.township}&limit=50`,
      );
      session.outcomeId = list.items.find(({ title }) => title === session.title)?.id ?? null;
      session.outcome = 'drafted';
      books.did('publish minutes');
    }
  }

  async outcomeOf(session: BookedSession): Promise<void> {
    const { people, books, now } = this.county;
    const { convener } = this.county.township(session.township);
    if (session.outcome === 'drafted') {
      const agreed = session.agreed.map((task) => ({ ...task, dueAt: Math.max(task.dueAt, this.county.endOf(10)) }));
      session.agreed = agreed;
      const tasks = agreed.map((task) => ({ ...task, coDepartmentIds: [], funds: '财政资金' }));
      const text = {
        summary: '各方同意由部门牵头，年内修好。',
        suggestions: ['由社区负责日常管理'],
        tasks,
        revision: 0,
      };
      await people.put(convener, `/outcomes/${session.outcomeId}`, text);
      await people.post(convener, `/outcomes/${session.outcomeId}/publish`);
      session.outcome = 'published';
      for (const topic of session.topics) {
        if (topic.state === 'deliberating') books.move(topic, 'resolving', now);
        else if (topic.state === 'suspended' && topic.heldFrom === 'deliberating') topic.heldFrom = 'resolving';
      }
      books.did('publish outcome');
    } else if (session.outcome === 'published') {
      if (session.format === 'micro') return this.promises.handOut(session, convener, 'assign-directly');
      await people.post(convener, `/outcomes/${session.outcomeId}/send`, {});
      session.outcome = 'sent';
      books.did('send outcome');
    } else throw new Error(`a convener has no work on an outcome that is ${session.outcome}`);
  }

  private noticeDays(format: SessionFormat): number {
    return format === 'micro' ? 2 : 8;
  }

  /** The first working day that leaves time for the notice, in the afternoon. */
  private dayFor(format: SessionFormat): number {
    let day = addDays(chinaDate(this.county.now), this.noticeDays(format) + this.county.chance.between(0, 4));
    while (!isWorkingDay(day)) day = addDays(day, 1);
    return chinaMoment(day, '15:00');
  }

  private async announce({ convener }: Township, session: BookedSession): Promise<void> {
    const { people, books, now } = this.county;
    await people.post(convener, `/sessions/${session.id}/announce`);
    session.state = 'announced';
    for (const topic of session.topics) if (topic.state !== 'deliberating') books.move(topic, 'deliberating', now);
    books.did('announce');
  }

  private async fallThrough({ convener }: Township, session: BookedSession, how: 'postpone' | 'cancel'): Promise<void> {
    const { people, books } = this.county;
    await people.post(convener, `/sessions/${session.id}/${how}`, { reason: '主要当事人来不了' });
    session.state = how === 'cancel' ? 'cancelled' : 'postponed';
    books.did(how);
  }

  private async move(township: Township, session: BookedSession): Promise<void> {
    const { people, books } = this.county;
    const detail = await people.get<SessionDetail>(township.convener, `/sessions/${session.id}`);
    session.startsAt = this.dayFor(session.format);
    const { title, format, place, questions, programme, seats, revision } = detail;
    await people.put(township.convener, `/sessions/${session.id}`, {
      title,
      format,
      place,
      questions,
      programme,
      seats,
      revision,
      topicIds: session.topics.map(({ id }) => id),
      startsAt: session.startsAt,
      endsAt: session.startsAt + 2 * HOUR_MS,
      chairId: detail.chair.id,
      recorderId: detail.recorder.id,
      signatoryIds: session.signatories,
    });
    books.did('reschedule');
    await this.announce(township, session);
  }

  /** The session itself: who comes, and what it comes to. */
  private async hold({ code, convener, residents }: Township, session: BookedSession): Promise<void> {
    const { people, books, chance } = this.county;
    await people.post(convener, `/sessions/${session.id}/start`);
    for (const personId of residents.slice(0, 2)) {
      const path = `/sessions/${session.id}/participants`;
      const { id: participantId } = await people.post<SessionPlace>(convener, path, { personId, category: 'resident' });
      await people.post(convener, `/sessions/${session.id}/roll`, { participantId, present: true });
    }
    await people.post(convener, `/sessions/${session.id}/end`);
    const { minutes } = await people.get<SessionDetail>(convener, `/sessions/${session.id}`);
    session.state = 'ended';
    session.minutesId = minutes[0]?.id ?? null;
    session.minutes = 'draft';
    session.consensus = chance.happens(0.88);
    session.agreed = session.consensus ? this.promises.agreed(chance.between(0, 2)) : [];
    books.did(`hold in ${code}`);
  }

  private async write(convener: string, session: BookedSession): Promise<void> {
    const { people, books, chance, now } = this.county;
    const dissent = !session.consensus || chance.happens(0.3) ? ['有人担心占地方'] : [];
    const tasks = session.agreed.map((task) => ({ ...task, coDepartmentIds: [], funds: '财政资金' }));
    await people.put(convener, `/minutes/${session.minutesId}`, {
      situation: '东西旧，用的人多。',
      points: [{ speaker: '居民代表', text: '希望今年就修。' }],
      departmentAnswers: [],
      consensus: session.consensus ? ['今年修好'] : [],
      dissent,
      noDissent: dissent.length === 0,
      tasks,
      photos: [],
      revision: 0,
    });
    await people.post(convener, `/minutes/${session.minutesId}/circulate`);
    session.minutes = 'objection';
    session.sentAt = now;
    books.did('circulate');
  }
}
