import { ARRANGEMENT_TITLES, FOLLOW_UPS, type Told, tellingsOf } from '@consult/shared';
import { morningBefore } from '@consult/shared/deadlines';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { type JobHandler, JobHandlers, JobLater } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.service.js';
import { TELL_JOB } from '../moves/event-log.js';
import { MessageWriter } from './message-writer.js';
import type { PeopleQuery } from './recipients.js';
import { Sayings } from './sayings.js';
import { type ToldEvent, ToldEvents } from './told-event.js';

const FOLLOW_UP_JOB = 'follow_up';

/** Tells people of what happened, and once more before a date that it set. */
@Injectable()
export class EventTeller implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly jobs: Jobs,
    private readonly events: ToldEvents,
    private readonly sayings: Sayings,
    private readonly writer: MessageWriter,
  ) {}

  onModuleInit(): void {
    this.handlers.register(TELL_JOB, ({ eventId }) => this.tell(eventId as string));
    this.handlers.register(FOLLOW_UP_JOB, ({ eventId }) => this.followUp(eventId as string));
  }

  private async tell(eventId: string): ReturnType<JobHandler> {
    const told = await this.events.find(this.database.read, eventId);
    if (told === null) return;
    await this.tellAll(told, tellingsOf(told.event.kind, told.event.action), `event:${eventId}`);
    const runAt = followUpAt(told);
    // Told in the morning before and again at once is told twice.
    if (runAt === null || runAt <= told.event.at) return;
    return (db) =>
      this.jobs.add(
        { db, now: this.clock.now() },
        { kind: FOLLOW_UP_JOB, payload: { eventId }, dedupeKey: `${FOLLOW_UP_JOB}:${eventId}`, runAt },
      );
  }

  /** @throws JobLater where the date was put off without a move */
  private async followUp(eventId: string): Promise<void> {
    const told = await this.events.find(this.database.read, eventId);
    const isStill = told !== null && told.item.movedAt === told.event.at && told.item.state === told.event.toState;
    if (!isStill) return;
    const at = followUpAt(told);
    const date = told.item.startsAt ?? told.item.dueAt;
    if (at === null || date === null || date < this.clock.now()) return;
    if (at > this.clock.now()) throw new JobLater(at, 'the date is later now');
    const followUp = FOLLOW_UPS[nameOf(told)];
    if (followUp === undefined) return;
    const now = this.clock.now();
    const { told: tellings, notToldForMs = 0 } = followUp;
    for (const { message, query } of await this.sayings.of(told, tellings, `follow_up:${eventId}`, now)) {
      await this.writer.tell(message, notToldSince(told, query, now - notToldForMs));
    }
  }

  private async tellAll(told: ToldEvent, tellings: Told, dedupeKey: string, at?: number): Promise<void> {
    for (const { message, query } of await this.sayings.of(told, tellings, dedupeKey, at)) {
      await this.writer.tell(message, query);
    }
  }
}

/** Those of these people who were not told since then how a session stands. */
function notToldSince({ item }: ToldEvent, { sql, params }: PeopleQuery, since: number): PeopleQuery {
  if (item.kind !== 'session') return { sql, params };
  return {
    sql: `SELECT w.person_id FROM (${sql}) w WHERE NOT EXISTS (SELECT 1 FROM messages m WHERE m.person_id = w.person_id
      AND m.kind = 'session' AND m.item_id = ? AND m.created_at > ?
      AND m.title IN (${ARRANGEMENT_TITLES.map(() => '?').join(', ')}))`,
    params: [...params, item.id, since, ...ARRANGEMENT_TITLES],
  };
}

function nameOf({ event }: ToldEvent): string {
  return `${event.kind}.${event.action}`;
}

function followUpAt(told: ToldEvent): number | null {
  const date = told.item.startsAt ?? told.item.dueAt;
  const daysBefore = FOLLOW_UPS[nameOf(told)]?.daysBefore;
  return daysBefore === undefined || date === null ? null : morningBefore(date, daysBefore);
}
