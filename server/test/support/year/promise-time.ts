import { chinaDate, endOfChinaDay, type TaskDetail } from '@consult/shared';
import type { BookedTask } from './books.js';
import { BUSY } from './chance.js';
import type { County } from './county.js';
import type { PromiseMoves } from './promise-moves.js';
import { isOwing, movedOn, workedBetween } from './reckoning.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The time that a promise has: asked for, decided, urged, standing still. */
export class PromiseTime {
  constructor(
    private readonly county: County,
    private readonly moves: PromiseMoves,
  ) {}

  /** 延期: asked for by the department, decided by others. */
  async askForTime(personId: string, task: BookedTask): Promise<void> {
    const { people, books } = this.county;
    const to = Math.max(task.dueAt, this.county.now) + 30 * DAY_MS;
    const dueAt = endOfChinaDay(chinaDate(to));
    await people.post(personId, `/tasks/${task.id}/extensions`, { dueAt, reason: '材料还没有到' });
    task.asked = dueAt;
    this.moves.word(task);
    books.did('ask for more time');
  }

  async decide(by: string, task: BookedTask): Promise<void> {
    const { chance, people, books } = this.county;
    const { clock } = await people.get<TaskDetail>(by, `/tasks/${task.id}`);
    const request = clock.requests.find(({ state }) => state === 'open');
    if (request === undefined || task.asked === null) throw new Error(`nothing is asked of ${task.id}`);
    const grant = chance.happens(0.7);
    await people.post(by, `/tasks/${task.id}/requests/${request.id}/decide`, { grant, reason: '看过材料' });
    if (grant) task.dueAt = task.asked;
    task.asked = null;
    books.did(grant ? 'grant more time' : 'refuse more time');
  }

  /** 催办: the level above was told that it is late, and says so. */
  async urge(by: string, task: BookedTask): Promise<void> {
    const { chance, people, books } = this.county;
    if (!isOwing(task) || chance.happens(BUSY)) return;
    await people.post(by, `/tasks/${task.id}/urge`, { text: '请尽快办理' });
    books.did('urge');
  }

  /** 暂停: the clock stands still for a reason that everybody reads. */
  async pause(convener: string, task: BookedTask): Promise<void> {
    await this.county.people.post(convener, `/tasks/${task.id}/pause`, { reason: '汛期不能施工' });
    task.state = 'paused';
    task.pausedAt = this.county.now;
    this.moves.word(task);
    this.county.books.did('pause');
  }

  async resume(convener: string, task: BookedTask): Promise<void> {
    const { people, books, now } = this.county;
    if (task.pausedAt === null || now - task.pausedAt < 20 * DAY_MS) return;
    await people.post(convener, `/tasks/${task.id}/resume`, {});
    task.dueAt = movedOn(task.dueAt, workedBetween(task.pausedAt, now));
    task.state = 'in_progress';
    task.pausedAt = null;
    this.moves.word(task);
    books.did('resume a promise');
  }
}
