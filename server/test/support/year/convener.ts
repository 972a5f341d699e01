import { type CheckView, type Created, chinaDate, type TodoView } from '@consult/shared';
import type { BookedPlan, BookedTask, BookedTopic } from './books.js';
import type { County, Township } from './county.js';
import type { Meetings } from './meetings.js';
import type { Residents } from './residents.js';

const PLAN_MOST = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What a convener does with topics: screens, merges, plans, puts on hold, and asks for what comes next. */
export class Convener {
  constructor(
    private readonly county: County,
    private readonly residents: Residents,
    private readonly meetings: Meetings,
  ) {}

  /** One piece of work about a topic. */
  async deal(township: Township, topic: BookedTopic, _todo: TodoView): Promise<void> {
    switch (topic.state) {
      case 'submitted':
        return this.screen(township, topic);
      case 'accepted':
        return this.choose(township, topic);
      case 'shortlisted':
        return this.propose(township, topic);
      case 'planned':
      case 'deliberating':
        return this.meetings.callAbout(township, topic);
      case 'resolving':
        return this.close(township, topic);
      default:
        throw new Error(`nothing is to be done about a topic that is ${topic.state}`);
    }
  }

  /** Lets everybody read what no machine decided; topics are read as they are screened. */
  async readTexts({ code, convener }: Township): Promise<void> {
    const { people, books } = this.county;
    const waiting = await people.all<CheckView>(convener, `/moderation/checks?region=${code}&state=in_review`);
    for (const { checkId } of waiting.filter(({ kind }) => kind !== 'topic')) {
      await people.post(convener, `/moderation/checks/${checkId}/approve`);
      books.did('approve a text');
    }
  }

  /** What nobody's inbox asks for: some are put on hold, and taken up again; a merging is undone. */
  async ofOwnAccord(township: Township): Promise<void> {
    const { chance, books } = this.county;
    if (chance.happens(0.06)) {
      const open = books.topicsIn(township.code, 'accepted', 'resolving').filter((topic) => !books.isTaken(topic));
      if (open.length > 0) await this.suspend(township, chance.pick(open));
    }
    for (const task of books.tasks.values()) {
      if (task.township === township.code && task.state === 'redo' && chance.happens(0.12)) {
        await this.reconsult(township, task);
      }
    }
    for (const topic of books.topicsIn(township.code, 'suspended')) {
      if (this.county.now - topic.since > 20 * DAY_MS) await this.resume(township, topic);
    }
    for (const topic of books.topicsIn(township.code, 'merged')) {
      if (chance.happens(0.01)) await this.unmerge(township, topic);
    }
  }

  private async screen({ convener }: Township, topic: BookedTopic): Promise<void> {
    const { chance, people, books, now } = this.county;
    const choice = chance.weighed({ accept: 78, decline: 14, return: topic.source === 'resident' ? 8 : 0 });
    if (choice === 'decline') {
      const refusal = { reason: '属于个人事务，不宜协商', redirect: chance.pick(['hotline', 'mediation', 'police']) };
      await people.post(convener, `/topics/${topic.id}/decline`, refusal);
      books.move(topic, 'declined', now);
    } else if (choice === 'return') {
      await people.post(convener, `/topics/${topic.id}/return`, { reason: '请写明是哪一栋楼' });
      books.move(topic, 'returned', now);
    } else {
      await people.post(convener, `/topics/${topic.id}/accept`);
      topic.acceptedAt ??= now;
      books.move(topic, 'accepted', now);
      await this.residents.cosign(topic);
    }
    books.did(choice);
  }

  /** A small thing goes the light path, another into the plan, one that says the same is merged. */
  private async choose(township: Township, topic: BookedTopic): Promise<void> {
    const { chance, books, now } = this.county;
    if (books.isTaken(topic)) return;
    // It need not be today: the pool is gone through each quarter.
    if (now - topic.since < 60 * DAY_MS && chance.happens(0.7)) return;
    const isTarget = [...books.topics.values()].some(({ mergedInto }) => mergedInto === topic);
    const others = books.topicsIn(township.code, 'accepted', 'planned', 'deliberating', 'resolving');
    const into = others.filter((one) => one !== topic && one.mergedInto === null);
    if (!isTarget && into.length > 0 && chance.happens(0.08)) return this.merge(township, topic, chance.pick(into));
    const plan = await this.planFor(township);
    if (plan !== null && chance.happens(0.5)) return this.shortlist(township, topic, plan);
    return this.meetings.call(township, [topic], 'micro');
  }

  private async merge({ convener }: Township, topic: BookedTopic, into: BookedTopic): Promise<void> {
    const { people, books, now } = this.county;
    await people.post(convener, `/topics/${topic.id}/merge`, { into: into.id, reason: '说的是同一件事' });
    topic.mergedInto = into;
    books.move(topic, 'merged', now);
    books.did('merge');
  }

  private async unmerge({ convener }: Township, topic: BookedTopic): Promise<void> {
    const { people, books, now } = this.county;
    await people.post(convener, `/topics/${topic.id}/unmerge`, { reason: '其实是两件事' });
    topic.mergedInto = null;
    books.move(topic, 'accepted', now);
    books.did('unmerge');
  }

  /** The quarter's plan as long as it still takes topics; null once it is on its way. */
  private async planFor(township: Township): Promise<BookedPlan | null> {
    const { people, books, now } = this.county;
    const [year, month] = chinaDate(now).split('-').map(Number) as [number, number];
    const quarter = Math.ceil(month / 3);
    const known = [...books.plans.values()].find((one) => one.township === township.code && one.quarter === quarter);
    if (known !== undefined) {
      const gone = books.planTopics(
        known,
        'party_review',
        'county_review',
        'planned',
        'deliberating',
        'resolving',
        'closed',
      );
      const open = known.publishedAt === null && gone.length === 0;
      return open && books.planTopics(known, 'shortlisted').length < PLAN_MOST ? known : null;
    }
    const { id } = await people.post<Created>(township.convener, '/plans', { township: township.code, year, quarter });
    const plan: BookedPlan = { id, township: township.code, quarter, publishedAt: null };
    books.plans.set(id, plan);
    books.did('plan');
    return plan;
  }

  private async shortlist({ convener }: Township, topic: BookedTopic, plan: BookedPlan): Promise<void> {
    const { people, books, now } = this.county;
    await people.post(convener, `/topics/${topic.id}/shortlist`, { planId: plan.id });
    topic.plan = plan;
    books.move(topic, 'shortlisted', now);
    books.did('shortlist');
  }

  /** The whole plan goes to the Party committee, once its topics have stood for comment. */
  private async propose({ convener }: Township, topic: BookedTopic): Promise<void> {
    const { chance, people, books, now } = this.county;
    const { plan } = topic;
    if (plan === null) throw new Error('shortlisted for no plan');
    const waiting = books.planTopics(plan, 'shortlisted');
    if (waiting.some(({ since }) => now - since < 6 * DAY_MS)) return;
    if (waiting.length < PLAN_MOST && now - topic.since < 10 * DAY_MS) return;
    if (chance.happens(0.05)) {
      await people.post(convener, `/topics/${topic.id}/drop`, { reason: '征求意见时大家觉得还不成熟' });
      topic.plan = null;
      books.move(topic, 'accepted', now);
      books.did('drop');
      return;
    }
    await people.post(convener, `/plans/${plan.id}/propose`);
    for (const one of waiting) books.move(one, 'party_review', now);
    books.did('propose');
  }

  private async suspend({ convener }: Township, topic: BookedTopic): Promise<void> {
    const { people, books, now } = this.county;
    await people.post(convener, `/topics/${topic.id}/suspend`, { reason: '等上级的规划定下来' });
    books.hold(topic, 'suspended', now);
    books.did('suspend');
  }

  private async resume({ convener }: Township, topic: BookedTopic): Promise<void> {
    const { people, books, now } = this.county;
    await people.post(convener, `/topics/${topic.id}/resume`, {});
    const to = topic.heldFrom ?? 'accepted';
    topic.heldFrom = null;
    books.move(topic, to, now);
    if (to === 'resolving' && books.isIdle(topic)) topic.nextStep = true;
    books.did('resume');
  }

  /** What was done badly is spoken of again. */
  private async reconsult({ convener }: Township, task: BookedTask): Promise<void> {
    const { people, books } = this.county;
    await people.post(convener, `/tasks/${task.id}/reconsult`, { reason: '原来的办法行不通' });
    task.state = 'reconsulting';
    task.lastWordAt = this.county.now;
    books.did('reconsult');
  }

  /** Nothing was promised, or everything was kept while it was on hold. */
  private async close({ convener }: Township, topic: BookedTopic): Promise<void> {
    const { chance, people, books, now } = this.county;
    if (!topic.nextStep) throw new Error(`${topic.id} asks for a next step that the books do not know`);
    // A promise that was kept may have come back meanwhile; it is waited for.
    if (books.isTaken(topic) || !books.isIdle(topic)) return;
    if (chance.happens(0.15)) return this.meetings.call(this.county.township(topic.township), [topic], 'micro');
    await people.post(convener, `/topics/${topic.id}/close`, { reason: '已向提出人说明' });
    books.move(topic, 'closed', now);
    books.did('close');
  }
}
