import { type Capacity, ESCALATION_DOES, holds, type MoveResult, OWING_TASK_STATES, stateLabel } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { EventLog } from '../moves/event-log.js';
import { TodoList } from '../moves/todo-list.js';
import { TaskAccess, topicsInView } from './task-access.js';

/** As whom somebody speaks who is several of these: the nearest first. */
const BY: readonly Capacity[] = ['supervisor', 'convener', 'county_office'];

/** 催办、督办: a word from above to the department that owes something. */
@Injectable()
export class TaskUrging {
  constructor(
    private readonly access: TaskAccess,
    private readonly events: EventLog,
    private readonly todos: TodoList,
    private readonly words: BlockedWords,
  ) {}

  /** The words are read by those who handle it; that somebody urged is seen by all. @throws AUTH.FORBIDDEN, TASK.NOTHING_TO_URGE, CONTENT.BLOCKED_WORD */
  async urge(ctx: RequestContext, id: string, text: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { task, held } = view;
    const capacity = BY.find((one) => held.has(one));
    if (capacity === undefined || !holds('task.urge', held)) throw new CodedError('AUTH.FORBIDDEN');
    const { state } = task;
    if (!OWING_TASK_STATES.includes(state)) {
      throw new CodedError('TASK.NOTHING_TO_URGE', { state: stateLabel('task', state), stateCode: state });
    }
    await this.words.refuse(ctx, task.township, [text]);
    if (held.has('county_office')) await this.todos.clearOne(ctx, 'task', id, ESCALATION_DOES[2]);
    if (capacity !== 'county_office') await this.todos.clearOne(ctx, 'task', id, ESCALATION_DOES[1]);
    await this.events.note(ctx, task, {
      kind: 'task',
      action: 'urge',
      capacity,
      reason: text,
      isPublic: true,
      topicIds: topicsInView(view),
    });
    return { id, state };
  }
}
