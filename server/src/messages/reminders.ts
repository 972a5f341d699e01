import { chinaDate, MINUTE_MS, REMINDERS } from '@consult/shared';
import { nextReminder } from '@consult/shared/deadlines';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { Schedules } from '../jobs/schedules.js';
import { TodoEntity } from '../moves/todo.entity.js';
import { Gathering } from './gathering.js';
import { MessageWriter } from './message-writer.js';
import { Recipients } from './recipients.js';
import { todoMessage } from './todo-message.js';

const EVERY_MS = 10 * MINUTE_MS;
/** To-dos at a time, and of each the people at most: a role in a township or a department, never a crowd. */
const PAGE = 500;
const PEOPLE = 200;

/** Reminds whoever has something to do, before it is due and while it is overdue. */
@Injectable()
export class Reminders implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly recipients: Recipients,
    private readonly writer: MessageWriter,
  ) {}

  onModuleInit(): void {
    this.schedules.register({ name: 'remind', next: (after) => after + EVERY_MS, run: () => this.run() });
  }

  private async run(): Promise<void> {
    const now = this.clock.now();
    for (;;) {
      const todos = await this.database.read.find(TodoEntity, {
        where: { remindAt: LessThanOrEqual(now) },
        order: { remindAt: 'ASC', id: 'ASC' },
        take: PAGE,
      });
      if (todos.length > 0) await this.database.write((db) => this.remind(db, todos, now));
      if (todos.length < PAGE) return;
    }
  }

  /** The next reminders are set and these given in one transaction; only whoever sets one gives it. */
  private async remind(db: EntityManager, todos: readonly TodoEntity[], now: number): Promise<void> {
    const of = (when: string) => new Gathering(`remind:${when}:${todos[0]?.id}:${chinaDate(now)}`, now);
    const gatherings = { before: of('before'), overdue: of('overdue') };
    for (const todo of todos) {
      const { id, remindAt, dueAt } = todo;
      const next = nextReminder(dueAt, now);
      const { affected } = await db.update(TodoEntity, { id, remindAt: remindAt as number }, { remindAt: next });
      if (affected !== 1) continue;
      const when = now > dueAt ? 'overdue' : 'before';
      const people = await this.recipients.page(db, this.recipients.reminded(todo), '', PEOPLE);
      const message = todoMessage(todo, REMINDERS[when], `remind:${id}:${chinaDate(now)}`, now);
      gatherings[when].add({ message, many: REMINDERS[when].many, rank: 0 }, people);
    }
    for (const { message, personIds } of Object.values(gatherings).flatMap((one) => one.messages())) {
      await this.writer.write(db, message, personIds);
    }
  }
}
