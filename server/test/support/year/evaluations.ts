import type { BookedTask } from './books.js';
import type { County } from './county.js';
import type { PromiseMoves } from './promise-moves.js';

/** What was answered is visited, rated, concluded, and comes back on its date. */
export class Evaluations {
  constructor(
    private readonly county: County,
    private readonly moves: PromiseMoves,
  ) {}

  /** Somebody goes to see it; what is not done goes back at once. */
  async visited(task: BookedTask): Promise<boolean> {
    const { chance, people, books } = this.county;
    const [neighbour = ''] = this.county.township(task.township).residents;
    if (chance.happens(0.5)) return false;
    const finding = chance.weighed({ done: 8, partly: 1, not_done: task.sentBack ? 0 : 1 });
    const visit = { visitedAt: this.county.now, finding, text: '到现场看过。', photos: [] };
    await people.post(neighbour, `/tasks/${task.id}/visit`, visit);
    books.did(`visit: ${finding}`);
    if (finding !== 'not_done') return true;
    task.state = 'redo';
    task.sentBack = true;
    this.moves.renew(task);
    return false;
  }

  async openEvaluation(convener: string, task: BookedTask): Promise<void> {
    const { people, books } = this.county;
    await people.post(convener, `/tasks/${task.id}/open-evaluation`);
    task.state = 'evaluating';
    task.evaluationEndsAt = this.county.endOf(15);
    task.answers = { satisfied: 0, fair: 0, dissatisfied: 0 };
    books.did('open evaluation');
    await this.rate(task);
  }

  /** Those whom it concerns answer, some of them. */
  private async rate(task: BookedTask): Promise<void> {
    const { chance, people, books } = this.county;
    const { residents } = this.county.township(task.township);
    const pleased = chance.happens(0.8);
    const raisers = task.session.topics.filter(({ source }) => source === 'resident').map(({ raiserId }) => raiserId);
    const concerned = [
      ...new Set([...residents.slice(0, 2), ...raisers, ...task.session.topics.flatMap((topic) => topic.cosigners)]),
    ];
    for (const personId of concerned) {
      if (chance.happens(0.15)) continue;
      const handling = chance.weighed(
        pleased ? { satisfied: 6, fair: 3, dissatisfied: 1 } : { satisfied: 1, fair: 1, dissatisfied: 4 },
      );
      await people.post(personId, `/tasks/${task.id}/rate`, { process: 'fair', result: handling, handling });
      task.answers[handling] += 1;
      books.did('rate');
    }
  }

  async conclude(convener: string, task: BookedTask): Promise<void> {
    const { people, books } = this.county;
    await people.post(convener, `/tasks/${task.id}/conclude`);
    const { satisfied, fair, dissatisfied } = task.answers;
    const total = satisfied + fair + dissatisfied;
    // As in the domain: below 70 % of at least five answers it is done again, and the second time in a row spoken
    // of again; A ends, B is watched, C and D come back on their date.
    const isLow = total >= 5 && (satisfied + fair) / total < 0.7;
    if (isLow) task.state = task.wasLow ? 'reconsult_advised' : 'redo';
    else if (task.replyClass === 'A') this.moves.close(task);
    else task.state = task.replyClass === 'B' ? 'long_term' : 'deferred';
    if (task.state === 'deferred') task.reviewAt = Math.max(task.reviewAt ?? 0, this.county.endOf(0));
    task.wasLow = isLow;
    if (task.state === 'redo') this.moves.renew(task);
    this.moves.word(task);
    books.did(`conclude: ${task.state}`);
  }

  /** What could not be done comes back on its date: closed for good, or put off again. */
  async review(convener: string, task: BookedTask): Promise<void> {
    const { chance, people, books } = this.county;
    if (this.county.endOf(0) < (task.reviewAt ?? 0)) return;
    if (chance.happens(0.3)) {
      const reviewAt = this.county.endOf(60);
      await people.post(convener, `/tasks/${task.id}/review`, { reason: '资金还没有到', reviewAt });
      task.reviewAt = reviewAt;
      this.moves.word(task);
      books.did('review (put off)');
      return;
    }
    await people.post(convener, `/tasks/${task.id}/close`, { reason: '复核过，情况没有变化' });
    this.moves.close(task);
    books.did('review (closed)');
  }
}
