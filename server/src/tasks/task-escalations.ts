import {
  chinaDate,
  ESCALATION_DOES,
  ESCALATION_LEVELS,
  type EscalationCause,
  type EscalationLevel,
  startOfChinaDay,
  taskTitle,
} from '@consult/shared';
import {
  deadlineAfter,
  type EscalationRules,
  escalationRules,
  isWorkingDay,
  nextEscalation,
} from '@consult/shared/deadlines';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context/request-context.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { lockRow } from '../database/lock-row.js';
import type { JobHandler, RunningJob } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.service.js';
import { Schedules } from '../jobs/schedules.js';
import { tellRun } from '../messages/run-teller.js';
import { EventLog } from '../moves/event-log.js';
import { TodoList } from '../moves/todo-list.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { Settings } from '../regions/settings.service.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { supervisorOf } from './supervisor.js';
import { TaskEntity } from './task.entity.js';
import { topicsInView } from './task-access.js';
import { OWING, STANDS_STILL } from './task-summaries.js';
import { TaskEscalationEntity } from './task-time.entity.js';

const PAGE = 100;

/** One reason to tell one level, in one county, at one moment. */
interface Occasion {
  readonly county: string;
  readonly cause: EscalationCause;
  readonly level: EscalationLevel;
  readonly rules: EscalationRules;
  readonly now: number;
}

/**
 * Tells the level above of promises that are overdue or stalled, in the morning of each working day: the convener and
 * the supervisor first, the county office some working days later. Each date that was missed and each silence is told
 * to each level once; after an outage the levels follow one another a morning apart. People are told once the run is
 * over, each at most once.
 */
@Injectable()
export class TaskEscalations implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly regions: RegionDirectory,
    private readonly settings: Settings,
    private readonly events: EventLog,
    private readonly todos: TodoList,
    private readonly jobs: Jobs,
    private readonly sessions: SessionsRepository,
  ) {}

  onModuleInit(): void {
    const run = (_: number, { id, createdAt }: RunningJob) => this.run(id, createdAt);
    this.schedules.register({ name: 'escalate-tasks', next: nextEscalation, run });
  }

  private async run(jobId: string, since: number): ReturnType<JobHandler> {
    const now = this.clock.now();
    // After an outage its turn may come on a day on which nobody works.
    if (!isWorkingDay(chinaDate(now))) return;
    for (const county of await this.regions.counties()) {
      const { thresholds } = await this.settings.of(this.database.read, county);
      const rules = escalationRules(now, thresholds);
      for (const level of ESCALATION_LEVELS) {
        for (const cause of ['overdue', 'stalled'] as const) {
          await this.tell({ county, cause, level, rules, now }, jobId);
        }
      }
    }
    return (db) => this.jobs.add({ db, now }, tellRun(jobId, since));
  }

  private async tell(occasion: Occasion, jobId: string): Promise<void> {
    for (let after = ''; ; ) {
      const ids = await late(this.database.read, occasion, { after });
      for (const id of ids) await this.database.write((db) => this.escalate(db, occasion, id, jobId));
      const last = ids[ids.length - 1];
      if (ids.length < PAGE || last === undefined) return;
      after = last;
    }
  }

  private async escalate(db: EntityManager, occasion: Occasion, id: string, requestId: string): Promise<void> {
    await lockRow(db, 'tasks', id);
    // It may have moved, or another replica been faster.
    if ((await late(db, occasion, { id })).length === 0) return;
    const task = await db.findOneByOrFail(TaskEntity, { id });
    const { cause, level, now } = occasion;
    const ctx: RequestContext = { db, now, requestId, actor: null };
    const since = cause === 'overdue' ? task.dueAt : task.lastWordAt;
    await db.insert(TaskEscalationEntity, { id: newId(now), taskId: id, cause, level, since, at: now });
    await this.askFor(ctx, task, level);
    const topics = await this.sessions.topicsOf(db, task.sessionId);
    await this.events.note(ctx, task, {
      kind: 'task',
      action: 'escalate',
      capacity: 'system',
      isPublic: true,
      data: { cause, level },
      topicIds: topicsInView({ task, topics }),
    });
  }

  /** Puts it before the level above. */
  private async askFor(ctx: RequestContext, task: TaskEntity, level: EscalationLevel): Promise<void> {
    const { deadlines } = await this.settings.of(ctx.db, task.township);
    const dueAt = deadlineAfter(ctx.now, deadlines.urging);
    const todo = { kind: 'task', item: task, does: ESCALATION_DOES[level], title: taskTitle(task), dueAt } as const;
    if (level === 2) return this.todos.add(ctx, { ...todo, by: 'county_office' });
    await this.todos.add(ctx, { ...todo, by: 'convener' });
    const supervisorId = await supervisorOf(ctx.db, task);
    if (supervisorId !== null) await this.todos.add(ctx, { ...todo, by: 'supervisor', relatedId: supervisorId });
  }
}

/** The promises that a level has to be told of and has not been, by id. */
async function late(
  db: EntityManager,
  { county, cause, level, rules, now }: Occasion,
  which: { after: string } | { id: string },
): Promise<string[]> {
  const [since, isLate, moments] =
    cause === 'overdue'
      ? ['k.due_at', 'k.due_at < ?', [rules.dueBefore[level]]]
      : ['k.last_word_at', 'k.due_at >= ? AND k.last_word_at < ?', [now, rules.silentBefore[level]]];
  const told = (more: string) =>
    `EXISTS (SELECT 1 FROM task_escalations e WHERE e.task_id = k.id AND e.cause = ? AND e.since = ${since} AND e.level = ? ${more})`;
  const one = 'id' in which;
  const below =
    level === 1
      ? { sql: '', params: [] }
      : { sql: `AND ${told('AND e.at < ?')}`, params: [cause, 1, startOfChinaDay(chinaDate(now))] };
  const rows: { id: string }[] = await db.query(
    `SELECT k.id FROM tasks k WHERE k.county = ? AND k.state IN (${OWING}) AND ${isLate} AND NOT ${STANDS_STILL} AND NOT ${told('')} ${below.sql}
     AND k.id ${one ? '=' : '>'} ? ORDER BY k.id LIMIT ${PAGE}`,
    [county, ...moments, cause, level, ...below.params, one ? which.id : which.after],
  );
  return rows.map(({ id }) => id);
}
