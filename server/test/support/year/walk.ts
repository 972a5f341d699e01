import { addDays, chinaMoment, REVIEW_CONTENT, type TodoView } from '@consult/shared';
import { isWorkingDay } from '@consult/shared/deadlines';
import { Convener } from './convener.js';
import type { County, Township } from './county.js';
import { Meetings } from './meetings.js';
import { Promises } from './promises.js';
import { Residents } from './residents.js';
import { Reviewers } from './reviewers.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Mondays and Thursdays: when offices read what waits for them, and the server does what became due meanwhile. */
const OFFICE_DAYS = [1, 4];

/** One day after another: residents raise, offices work from their inboxes, and the server does what is due. */
export class Walk {
  private readonly residents: Residents;
  private readonly promises: Promises;
  private readonly meetings: Meetings;
  private readonly convener: Convener;
  private readonly reviewers: Reviewers;

  constructor(private readonly county: County) {
    this.residents = new Residents(county);
    this.promises = new Promises(county);
    this.meetings = new Meetings(county, this.promises);
    this.convener = new Convener(county, this.residents, this.meetings);
    this.reviewers = new Reviewers(county, this.promises);
  }

  /** From one date to another, both included; `monthEnds` is called after the last day of each month. */
  async through(first: string, last: string, monthEnds: (month: string) => Promise<void>): Promise<void> {
    for (let day = first; day <= last; day = addDays(day, 1)) {
      await this.day(day);
      if (addDays(day, 1).slice(0, 7) !== day.slice(0, 7)) {
        this.county.env.clock.set(chinaMoment(day, '23:50'));
        await this.county.env.work();
        await monthEnds(day.slice(0, 7));
      }
    }
  }

  private async day(day: string): Promise<void> {
    const { clock } = this.county.env;
    const works = isWorkingDay(day) && OFFICE_DAYS.includes(new Date(day).getUTCDay());
    clock.set(chinaMoment(day, '09:10'));
    if (works) await this.county.env.work();
    clock.set(chinaMoment(day, '10:00'));
    await this.residents.day();
    if (!works) return;
    clock.set(chinaMoment(day, '14:30'));
    for (const township of this.county.townships) await this.township(township);
    await this.later();
    await this.office();
    for (const { personId, id } of this.county.departments) await this.department(personId, id);
  }

  private async township(township: Township): Promise<void> {
    const { books } = this.county;
    const seen = new Set<string>();
    const inbox = await this.inboxOnSomeDays(township.convener);
    if (inbox.some(({ does }) => does === REVIEW_CONTENT)) await this.convener.readTexts(township);
    for (const todo of inbox.filter(({ does }) => does !== REVIEW_CONTENT)) {
      // Of several pieces of work about one thing the first one decides.
      if (!seen.has(todo.itemId)) await this.conveners(township, todo);
      seen.add(todo.itemId);
    }
    await this.convener.ofOwnAccord(township);
    for (const todo of await this.inboxOnSomeDays(township.party)) {
      const topic = books.topics.get(todo.itemId);
      if (topic?.state === 'party_review') await this.reviewers.party(township.party, topic);
    }
    // Whoever raised something looks at their own, when it came back.
    for (const topic of books.topicsIn(township.code, 'returned')) {
      if (this.county.chance.happens(0.6)) await this.residents.supplement(topic);
    }
    const [member] = township.members;
    for (const session of books.sessions.values()) {
      if (session.township !== township.code || session.minutes !== 'objection' || member === undefined) continue;
      if (session.signatories.includes(member)) await this.meetings.minutesOf(member, session);
    }
  }

  private async conveners(township: Township, todo: TodoView): Promise<void> {
    const { books } = this.county;
    const session = [...books.sessions.values()].find(
      ({ id, minutesId, outcomeId }) => todo.itemId === id || todo.itemId === minutesId || todo.itemId === outcomeId,
    );
    const topic = books.topics.get(todo.itemId);
    const task = books.tasks.get(todo.itemId);
    // What was dealt with meanwhile, with another piece of work, is done.
    if (topic !== undefined) return this.stillWaits(todo) ? this.convener.deal(township, topic, todo) : undefined;
    if (task?.state === 'reconsulting') return this.meetings.callAgain(township, task);
    if (task !== undefined) return this.promises.oversee(township, task);
    if (session === undefined) throw new Error(`nobody knows what “${todo.does}” of ${todo.kind} is about`);
    if (todo.kind === 'session') return this.meetings.deal(township, session);
    if (todo.kind === 'minutes') return this.meetings.minutesOf(township.convener, session);
    return this.meetings.outcomeOf(session);
  }

  private stillWaits({ itemId, createdAt }: TodoView): boolean {
    const topic = this.county.books.topics.get(itemId);
    return topic !== undefined && (topic.since <= createdAt || topic.nextStep) && topic.since < this.county.now;
  }

  private async office(): Promise<void> {
    const { books, office } = this.county;
    for (const { itemId } of await this.inboxOnSomeDays(office)) {
      const topic = books.topics.get(itemId);
      const task = books.tasks.get(itemId);
      const session = [...books.sessions.values()].find(({ outcomeId }) => outcomeId === itemId);
      if (topic !== undefined) {
        const isApproved = topic.state === 'planned' && topic.plan?.publishedAt === null;
        const others = topic.plan === null ? [] : books.planTopics(topic.plan, 'party_review', 'county_review');
        if (topic.state === 'county_review' && !others.some(({ state }) => state === 'party_review')) {
          await this.reviewers.topic(topic);
        } else if (isApproved && others.length === 0) await this.reviewers.topic(topic);
      } else if (task?.state === 'refused') await this.promises.reassign(task);
      else if (task?.asked) await this.promises.time.decide(office, task);
      else if (task !== undefined) await this.promises.time.urge(office, task);
      else if (session !== undefined && ['sent', 'instructed'].includes(session.outcome))
        await this.reviewers.outcome(session);
    }
  }

  private async department(personId: string, departmentId: string): Promise<void> {
    const { books } = this.county;
    const seen = new Set<string>();
    for (const { itemId } of await this.inboxOnSomeDays(personId)) {
      const task = books.tasks.get(itemId);
      if (task === undefined || seen.has(itemId)) continue;
      seen.add(itemId);
      if (task.leadDepartmentId === departmentId) await this.promises.lead(personId, task);
    }
  }

  /** What comes back after a while: what was done is looked at once more, and some of what is being done stands still. */
  private async later(): Promise<void> {
    const { books, chance, now } = this.county;
    for (const task of books.tasks.values()) {
      const months = task.closedAt === null ? 0 : (now - task.closedAt) / (30 * DAY_MS);
      if (months > 1 && months < 1.4 && task.lookBackWaits === null && chance.happens(0.35)) {
        await this.promises.lookBacks.lookBack(task);
      }
      if (task.state === 'in_progress' && task.asked === null && chance.happens(0.008)) {
        await this.promises.time.pause(this.county.township(task.township).convener, task);
      }
    }
  }

  private async inboxOnSomeDays(personId: string): Promise<TodoView[]> {
    return this.county.chance.happens(0.85) ? this.county.inbox(personId) : [];
  }
}
