import type { BookedTask } from './books.js';
import type { County } from './county.js';
import { movedOn } from './reckoning.js';

/** What the books write down of a promise whoever moves it. */
export class PromiseMoves {
  constructor(private readonly county: County) {}

  close(task: BookedTask): void {
    task.state = 'closed';
    task.closedAt = this.county.now;
    this.word(task);
    this.county.books.closeIfDone(task.session.topics, this.county.now);
  }

  /** What is to be done once more has fifteen working days for it, or its old date where that is later. */
  renew(task: BookedTask): void {
    task.dueAt = Math.max(task.dueAt, movedOn(this.county.now, 15));
    this.word(task);
  }

  word(task: BookedTask): void {
    task.lastWordAt = this.county.now;
  }
}
