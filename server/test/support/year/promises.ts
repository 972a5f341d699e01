import type { OutcomeDetail, ReplyClass } from '@consult/shared';
import type { BookedSession, BookedTask, BookedTopic } from './books.js';
import { BUSY } from './chance.js';
import type { County, Township } from './county.js';
import { Evaluations } from './evaluations.js';
import { LookBacks } from './look-backs.js';
import { PromiseMoves } from './promise-moves.js';
import { PromiseTime } from './promise-time.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What departments promised, from being handed out to being closed. */
export class Promises {
  readonly lookBacks: LookBacks;
  readonly time: PromiseTime;
  private readonly moves: PromiseMoves;
  private readonly evaluations: Evaluations;
  private made = 0;

  constructor(private readonly county: County) {
    this.moves = new PromiseMoves(county);
    this.lookBacks = new LookBacks(county, this.moves);
    this.time = new PromiseTime(county, this.moves);
    this.evaluations = new Evaluations(county, this.moves);
  }

  /** What a session agrees on. */
  agreed(count: number): BookedSession['agreed'] {
    const { chance, departments } = this.county;
    return Array.from({ length: count }, () => ({
      what: `第${++this.made}件：把东西修好`,
      leadDepartmentId: chance.pick(departments).id,
      dueAt: this.county.endOf(chance.between(20, 80)),
    }));
  }

  /** 交办: what was agreed becomes promises; the convener is asked about topics for which nothing was. */
  async handOut(session: BookedSession, by: string, action: 'assign' | 'assign-directly'): Promise<void> {
    const { people, books, now } = this.county;
    await people.post(by, `/outcomes/${session.outcomeId}/${action}`);
    session.outcome = 'assigned';
    const { tasks } = await people.get<OutcomeDetail>(by, `/outcomes/${session.outcomeId}`);
    for (const agreed of session.agreed) {
      const made = tasks.find(({ what }) => what === agreed.what);
      if (made === undefined) throw new Error(`“${agreed.what}” was agreed and not handed out`);
      books.tasks.set(made.id, {
        id: made.id,
        session,
        township: session.township,
        madeAt: now,
        leadDepartmentId: agreed.leadDepartmentId,
        state: 'assigned',
        dueAt: agreed.dueAt,
        replyClass: null,
        carriedOver: false,
        lastWordAt: now,
        evaluationEndsAt: null,
        wasLow: false,
        sentBack: false,
        reviewAt: null,
        closedAt: null,
        lookBackWaits: null,
        asked: null,
        pausedAt: null,
        answers: { satisfied: 0, fair: 0, dissatisfied: 0 },
      });
      for (const topic of session.topics) topic.promisedAt ??= now;
      books.did('promise');
    }
    if (session.agreed.length === 0) for (const topic of session.topics) this.askIfResolving(topic);
    for (const topic of this.carryOver(session)) if (books.isIdle(topic)) this.askIfResolving(topic);
    books.did(action);
  }

  private askIfResolving(topic: BookedTopic): void {
    if (topic.state === 'resolving') topic.nextStep = true;
  }

  /** A new session's outcome takes over the promises about its topics that waited for it. @returns what those were about */
  private carryOver(session: BookedSession): Set<BookedTopic> {
    const { books } = this.county;
    const concerned = new Set<BookedTopic>();
    for (const task of books.tasks.values()) {
      if (task.state !== 'reconsulting' || !task.session.topics.some((topic) => session.topics.includes(topic)))
        continue;
      task.state = 'closed';
      task.carriedOver = true;
      for (const topic of task.session.topics) concerned.add(topic);
      books.did('carry over');
    }
    return concerned;
  }

  /** What a department does with a promise that waits for it. */
  async lead(personId: string, task: BookedTask): Promise<void> {
    const { chance, books } = this.county;
    switch (task.state) {
      case 'assigned':
        return this.take(personId, task);
      case 'in_progress':
        if (task.asked === null && task.dueAt - this.county.now < 5 * DAY_MS && chance.happens(0.1)) {
          return this.time.askForTime(personId, task);
        }
        if (chance.happens(0.9)) return;
        return chance.happens(0.4) ? this.report(personId, task) : this.reply(personId, task);
      case 'redo':
        if (chance.happens(BUSY)) return;
        await this.county.people.post(personId, `/tasks/${task.id}/restart`, {});
        task.state = 'in_progress';
        this.moves.renew(task);
        books.did('restart');
        return;
      case 'deferred':
        // Asked how things stand; the convener decides.
        return;
      default:
        throw new Error(`a department has no work on a promise that is ${task.state}`);
    }
  }

  /** What a convener does with one. */
  async oversee({ convener }: Township, task: BookedTask): Promise<void> {
    const { books, chance, people, now } = this.county;
    switch (task.state) {
      case 'replied':
        if (task.replyClass === 'A' && !(await this.evaluations.visited(task))) return;
        return this.evaluations.openEvaluation(convener, task);
      case 'evaluating':
        if (now > (task.evaluationEndsAt ?? now)) return this.evaluations.conclude(convener, task);
        return;
      case 'long_term': {
        if (chance.happens(BUSY)) return;
        const action = chance.weighed({ review: 1, close: 2 });
        await people.post(convener, `/tasks/${task.id}/${action}`, { reason: '去现场看过' });
        if (action === 'close') this.moves.close(task);
        books.did(`long term: ${action}`);
        return;
      }
      case 'deferred':
        return this.evaluations.review(convener, task);
      case 'reconsult_advised':
        await people.post(convener, `/tasks/${task.id}/restart`, { reason: '部门提出了新办法' });
        task.state = 'in_progress';
        this.moves.renew(task);
        books.did('restart (advised otherwise)');
        return;
      case 'closed':
        return this.lookBacks.answerLookBack(convener, task);
      case 'paused':
        return this.time.resume(convener, task);
      default:
        if (task.asked !== null && task.session.format === 'micro') return this.time.decide(convener, task);
        return this.time.urge(convener, task);
    }
  }

  /** What was sent back goes to another department. */
  async reassign(task: BookedTask): Promise<void> {
    const { chance, people, books, departments, office } = this.county;
    const other = chance.pick(departments.filter(({ id }) => id !== task.leadDepartmentId));
    await people.post(office, `/tasks/${task.id}/reassign`, { departmentId: other.id });
    task.leadDepartmentId = other.id;
    task.state = 'assigned';
    this.moves.word(task);
    books.did('reassign');
  }

  private async take(personId: string, task: BookedTask): Promise<void> {
    const { chance, people, books, now } = this.county;
    if (now - task.madeAt < DAY_MS && chance.happens(0.08)) {
      await people.post(personId, `/tasks/${task.id}/refuse`, { reason: '不属于我局职责' });
      task.state = 'refused';
      this.moves.word(task);
      books.did('refuse');
      return;
    }
    if (chance.happens(0.3)) return;
    await people.post(personId, `/tasks/${task.id}/take`);
    task.state = 'in_progress';
    this.moves.word(task);
    books.did('take');
  }

  private async report(personId: string, task: BookedTask): Promise<void> {
    await this.county.people.post(personId, `/tasks/${task.id}/progress`, { text: '正在施工。', photos: [] });
    this.moves.word(task);
    this.county.books.did('progress');
  }

  private async reply(personId: string, task: BookedTask): Promise<void> {
    const { chance, people, books } = this.county;
    const replyClass = chance.weighed<ReplyClass>({ A: 6, B: 3, C: 1, D: 1 });
    const later = this.county.endOf(chance.between(40, 120));
    const isPutOff = replyClass === 'C' || replyClass === 'D';
    const why = isPutOff ? { reason: '资金没有落实', reviewAt: later } : {};
    const photos = replyClass === 'A' ? [await people.photo(personId)] : [];
    await people.post(personId, `/tasks/${task.id}/reply`, { replyClass, text: '已办。', photos, ...why });
    task.reviewAt = isPutOff ? later : null;
    task.asked = null;
    task.state = 'replied';
    task.replyClass = replyClass;
    this.moves.word(task);
    books.did(`reply ${replyClass}`);
  }
}
