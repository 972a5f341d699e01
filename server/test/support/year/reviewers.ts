import type { BookedSession, BookedTopic } from './books.js';
import type { County } from './county.js';
import type { Promises } from './promises.js';

/** The Party committees of the townships and the county office. */
export class Reviewers {
  constructor(
    private readonly county: County,
    private readonly promises: Promises,
  ) {}

  async party(personId: string, topic: BookedTopic): Promise<void> {
    await this.review(personId, topic, 'party', 'county_review');
  }

  async topic(topic: BookedTopic): Promise<void> {
    const { office } = this.county;
    if (topic.state === 'county_review') return this.review(office, topic, 'county', 'planned');
    if (topic.state !== 'planned' || topic.plan === null) throw new Error(`the county has no work on ${topic.state}`);
    const { people, books, now } = this.county;
    await people.post(office, `/plans/${topic.plan.id}/publish`);
    topic.plan.publishedAt = now;
    books.did('publish plan');
  }

  /** 批示 and 交办 of what was sent up. */
  async outcome(session: BookedSession): Promise<void> {
    const { people, books, office } = this.county;
    if (session.outcome === 'sent') {
      await people.post(office, `/outcomes/${session.outcomeId}/instruct`, {
        instructor: '县长',
        instruction: '请抓紧办',
      });
      session.outcome = 'instructed';
      books.did('instruct');
    } else if (session.outcome === 'instructed') {
      await this.promises.handOut(session, office, 'assign');
    } else throw new Error(`the county has no work on an outcome that is ${session.outcome}`);
  }

  private async review(personId: string, topic: BookedTopic, who: 'party' | 'county', to: BookedTopic['state']) {
    const { chance, people, books, now } = this.county;
    const { plan } = topic;
    if (plan === null) throw new Error('under review for no plan');
    if (chance.happens(0.08)) {
      await people.post(personId, `/topics/${topic.id}/${who}-send-back`, { reason: '切口太大，请再小一些' });
      topic.plan = null;
      books.move(topic, 'accepted', now);
      books.did(`send back (${who})`);
      return;
    }
    const waiting = books.planTopics(plan, topic.state);
    await people.post(personId, `/plans/${plan.id}/${who}-approve`);
    for (const one of waiting) books.move(one, to, now);
    books.did(`approve (${who})`);
  }
}
