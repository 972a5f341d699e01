import type { BookedTask } from './books.js';
import type { County } from './county.js';
import type { PromiseMoves } from './promise-moves.js';

interface LookBack {
  id: string;
  canAnswer: boolean;
  mine: object | null;
}

/** 回头看: whether what was done still holds, and what follows when it does not. */
export class LookBacks {
  constructor(
    private readonly county: County,
    private readonly moves: PromiseMoves,
  ) {}

  /** 回头看: those who were there say whether it still holds. */
  async lookBack(task: BookedTask): Promise<void> {
    const { chance, people, books, now } = this.county;
    const [neighbour = ''] = this.county.township(task.township).residents;
    const { lookBacks } = await people.get<{ lookBacks: LookBack[] }>(neighbour, `/tasks/${task.id}`);
    const open = lookBacks.find(({ canAnswer, mine }) => canAnswer && mine === null);
    if (open === undefined) return;
    const works = chance.happens(0.8);
    const raised = task.session.topics.some(({ raiserId, source }) => raiserId === neighbour && source === 'resident');
    const said = { lookBackId: open.id, works, photos: [], ...(works ? {} : { reason: '又坏了' }) };
    await people.post(neighbour, `/tasks/${task.id}/look-back`, said);
    books.did(`look back: ${works ? 'yes' : 'no'}`);
    if (works) return;
    if (raised) this.reopen(task, now);
    else task.lookBackWaits = open.id;
  }

  /** A No that does not reopen it by itself comes before the convener. */
  async answerLookBack(convener: string, task: BookedTask): Promise<void> {
    const { chance, people, books, now } = this.county;
    if (task.lookBackWaits === null) throw new Error(`${task.id} is closed and nobody complained`);
    if (chance.happens(0.5)) {
      await people.post(convener, `/tasks/${task.id}/reopen`, { reason: '去看了，确实又坏了' });
      this.reopen(task, now);
      return;
    }
    const answer = { lookBackId: task.lookBackWaits, text: '已经当天修好。' };
    await people.post(convener, `/tasks/${task.id}/look-back-reply`, answer);
    task.lookBackWaits = null;
    books.did('answer a look-back');
  }

  private reopen(task: BookedTask, now: number): void {
    const { books } = this.county;
    task.state = 'in_progress';
    task.lookBackWaits = null;
    task.closedAt = null;
    this.moves.renew(task);
    for (const topic of task.session.topics) {
      if (topic.state === 'closed') books.move(topic, 'resolving', now);
      // What there was to decide waits until it is done.
      topic.nextStep = false;
    }
    books.did('reopen');
  }
}
