import {
  chinaDate,
  ESCALATION,
  isForgotten,
  type MessageFacts,
  plainDate,
  regionAt,
  renderBody,
  templateMoment,
} from '@consult/shared';
import { escalationRules, isWorkingDay, nextEscalation } from '@consult/shared/deadlines';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { Schedules } from '../jobs/schedules.js';
import { TodoEntity } from '../moves/todo.entity.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { Settings } from '../regions/settings.service.js';
import { MessageWriter } from './message-writer.js';
import { Recipients } from './recipients.js';

const PAGE = 100;
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
      for (const todo of todos) {
        const county = regionAt(todo.township, 'county') ?? '';
        if (todo.dueAt < (due.get(county) ?? 0) && isForgotten(todo)) await this.tell(todo, county, now);
      }
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

  /** Whoever marks it tells of it, in one transaction. */
  private async tell({ id, kind, itemId, title, does, dueAt }: TodoEntity, county: string, now: number): Promise<void> {
    await this.database.write(async (db) => {
      const { affected } = await db
        .createQueryBuilder()
        .update(TodoEntity)
        .set({ escalatedAt: now })
        .where('id = :id AND escalated_at IS NULL', { id })
        .execute();
      if (affected !== 1) return;
      const facts: MessageFacts = { title, does, due: plainDate(dueAt) };
      const message = {
        dedupeKey: `escalate:${id}`,
        item: { kind, id: itemId },
        title: ESCALATION.title,
        body: renderBody(ESCALATION.body, facts),
        template: ESCALATION.template,
        facts: { item: title, task: does, due: templateMoment(dueAt), note: ESCALATION.title },
        at: now,
      };
      const people = await this.recipients.page(db, this.recipients.assignee(`county_office@${county}`), '', PEOPLE);
      if (people.length > 0) await this.writer.write(db, message, people);
    });
  }
}
