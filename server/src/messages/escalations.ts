import { chinaDate, ESCALATION, isForgotten, regionAt } from '@consult/shared';
import { escalationRules, isWorkingDay, nextEscalation } from '@consult/shared/deadlines';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { Schedules } from '../jobs/schedules.js';
import { TodoEntity } from '../moves/todo.entity.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { Settings } from '../regions/settings.service.js';
import { Gathering } from './gathering.js';
import { MessageWriter } from './message-writer.js';
import { Recipients } from './recipients.js';
import { todoMessage } from './todo-message.js';

const PAGE = 500;
/** Of a county office. */
const PEOPLE = 200;

/**
 * Tells the county office of what has waited far too long in anybody's inbox, once each, so that nothing that was
 * raised is forgotten. Promises that are late have a way of their own: see TaskEscalations.
 */
@Injectable()
export class Escalations implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly regions: RegionDirectory,
    private readonly settings: Settings,
    private readonly recipients: Recipients,
    private readonly writer: MessageWriter,
  ) {}

  onModuleInit(): void {
    this.schedules.register({ name: 'escalate-todos', next: nextEscalation, run: () => this.run() });
  }

  private async run(): Promise<void> {
    const now = this.clock.now();
    if (!isWorkingDay(chinaDate(now))) return;
    const due = new Map<string, number>();
    for (const county of await this.regions.counties()) {
      const { thresholds } = await this.settings.of(this.database.read, county);
      due.set(county, escalationRules(now, thresholds).todoDueBefore);
    }
    const latest = Math.max(...due.values());
    for (let after = { dueAt: 0, id: '' }; ; ) {
      const todos = await this.waiting(latest, after);
      const forgotten = todos.filter((todo) => todo.dueAt < (due.get(countyOf(todo)) ?? 0) && isForgotten(todo));
      if (forgotten.length > 0) await this.database.write((db) => this.tell(db, forgotten, now));
      const last = todos[todos.length - 1];
      if (todos.length < PAGE || last === undefined) return;
      after = { dueAt: last.dueAt, id: last.id };
    }
  }

  private waiting(before: number, after: { dueAt: number; id: string }): Promise<TodoEntity[]> {
    return this.database.read
      .createQueryBuilder(TodoEntity, 't')
      .where('t.escalatedAt IS NULL AND t.dueAt < :before', { before })
      .andWhere('t.dueAt >= :dueAt AND (t.dueAt > :dueAt OR t.id > :id)', after)
      .orderBy('t.dueAt')
      .addOrderBy('t.id')
      .limit(PAGE)
      .getMany();
  }

  /** Whoever marks them tells of them, in one transaction. */
  private async tell(db: EntityManager, todos: readonly TodoEntity[], now: number): Promise<void> {
    const gathering = new Gathering(`escalate:${todos[0]?.id}:${chinaDate(now)}`, now);
    for (const todo of todos) {
      const { id } = todo;
      const { affected } = await db
        .createQueryBuilder()
        .update(TodoEntity)
        .set({ escalatedAt: now })
        .where('id = :id AND escalated_at IS NULL', { id })
        .execute();
      if (affected !== 1) continue;
      const office = this.recipients.assignee(`county_office@${countyOf(todo)}`);
      const people = await this.recipients.page(db, office, '', PEOPLE);
      gathering.add(
        { message: todoMessage(todo, ESCALATION, `escalate:${id}`, now), many: ESCALATION.many, rank: 0 },
        people,
      );
    }
    for (const { message, personIds } of gathering.messages()) await this.writer.write(db, message, personIds);
  }
}

const countyOf = ({ township }: TodoEntity) => regionAt(township, 'county') ?? '';
