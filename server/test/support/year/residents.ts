import { type Created, TOPIC_CATEGORIES, type TopicSource } from '@consult/shared';
import type { BookedTopic } from './books.js';
import type { County, Township } from './county.js';

/** How likely somebody raises something in a township on a day. */
const RAISES = 0.13;
const SUBJECTS = [
  '老年活动室',
  '路灯',
  '停车棚',
  '排水沟',
  '公厕',
  '候车亭',
  '健身场地',
  '垃圾分类点',
  '灌溉渠',
  '坡道',
];

/** What residents and members do on a day: raise, put their names to it, think better of it. */
export class Residents {
  private written = 0;

  constructor(private readonly county: County) {}

  async day(): Promise<void> {
    const { chance } = this.county;
    for (const township of this.county.townships) {
      if (chance.happens(RAISES)) await this.raise(township);
      if (chance.happens(0.01)) await this.withdraw(township);
    }
  }

  private async raise(township: Township): Promise<void> {
    const { chance, people, books, now } = this.county;
    const source = chance.weighed<TopicSource>({ resident: 6, member: 2, leader: 1, department: 1 });
    const raiserId =
      source === 'member'
        ? chance.pick(township.members)
        : source === 'resident'
          ? chance.pick(township.residents)
          : township.convener;
    const category = chance.pick(TOPIC_CATEGORIES.slice(0, 6));
    const text = {
      title: `第${++this.written}号${chance.pick(SUBJECTS)}的修缮`,
      description: '这里住的人多，东西旧了不好用，出过几次事，大家盼着能坐下来商量怎么修、谁来管。',
      category,
      community: chance.pick(township.communities),
      anonymous: false,
      photos: [],
    };
    const recorded = source === 'leader' || source === 'department';
    const { id } = await (recorded
      ? people.post<Created>(raiserId, '/topics/recorded', { ...text, source, onBehalfOf: '镇里' })
      : people.post<Created>(raiserId, '/topics', { ...text, submit: true }));
    const topic: BookedTopic = {
      id,
      township: township.code,
      category,
      source,
      raiserId,
      raisedAt: now,
      state: 'submitted',
      heldFrom: null,
      acceptedAt: null,
      promisedAt: null,
      mergedInto: null,
      plan: null,
      since: now,
      cosigners: [],
      nextStep: false,
    };
    books.topics.set(id, topic);
    books.did(`raise (${source})`);
  }

  /** Some put their names to what has just come into the pool. */
  async cosign(topic: BookedTopic): Promise<void> {
    const { chance, people, books } = this.county;
    const { residents } = this.county.township(topic.township);
    const others = residents.filter((id) => id !== topic.raiserId).slice(0, chance.between(0, 5));
    for (const id of others) await people.post(id, `/topics/${topic.id}/cosign`);
    topic.cosigners = others;
    if (others.length > 0) books.did('cosign');
  }

  /** A topic that came back: made clearer and sent again, or left lying. */
  async supplement(topic: BookedTopic): Promise<void> {
    const { chance, people, books, now } = this.county;
    if (chance.happens(0.15)) {
      await people.post(topic.raiserId, `/topics/${topic.id}/withdraw`, { reason: '已经自己解决了' });
      books.hold(topic, 'withdrawn', now);
      books.did('withdraw (returned)');
      return;
    }
    await people.post(topic.raiserId, `/topics/${topic.id}/submit`);
    books.move(topic, 'submitted', now);
    books.did('supplement');
  }

  private async withdraw(township: Township): Promise<void> {
    const { chance, people, books, now } = this.county;
    const own = books
      .topicsIn(township.code, 'submitted', 'accepted')
      .filter((topic) => topic.source === 'resident' && !books.isTaken(topic));
    if (own.length === 0) return;
    const topic = chance.pick(own);
    await people.post(topic.raiserId, `/topics/${topic.id}/withdraw`, { reason: '事情已经解决，不用商量了' });
    books.hold(topic, 'withdrawn', now);
    books.did('withdraw');
  }
}
