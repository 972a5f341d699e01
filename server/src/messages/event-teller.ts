import {
  type Audience,
  FOLLOW_UPS,
  type MessageFacts,
  plainDate,
  renderBody,
  seesReason,
  stateLabel,
  type Telling,
  type Told,
  tellingsOf,
  templateMoment,
} from '@consult/shared';
import { morningBefore } from '@consult/shared/deadlines';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { type JobHandler, JobHandlers, JobLater } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.service.js';
import { TELL_JOB } from '../moves/event-log.js';
import { TodoEntity } from '../moves/todo.entity.js';
import { MessageWriter, type NewMessage } from './message-writer.js';
import { type PeopleQuery, Recipients } from './recipients.js';
import { factsOf, type ToldEvent, ToldEvents, templateFactsOf } from './told-event.js';

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
    private readonly recipients: Recipients,
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
    const { told: tellings } = FOLLOW_UPS[nameOf(told)] ?? { told: [] };
    await this.tellAll(told, tellings, `follow_up:${eventId}`, this.clock.now());
  }

  private async tellAll(told: ToldEvent, tellings: Told, dedupeKey: string, at = told.event.at): Promise<void> {
    const { toState } = told.event;
    for (const telling of tellings) {
      if (telling.inStates && !telling.inStates.includes(toState)) continue;
      for (const audience of telling.to) {
        const message = { dedupeKey, at, told, telling, audience };
        if (audience === 'next') await this.tellNext(message);
        else await this.say(message, await this.recipients.of(this.database.read, audience, told));
      }
    }
  }

  /** Those whom the event left something to do, each in the words of their own to-do. */
  private async tellNext(message: Saying): Promise<void> {
    const { event } = message.told;
    const todos = await this.database.read.findBy(TodoEntity, {
      kind: event.kind,
      itemId: event.itemId,
      createdAt: event.at,
    });
    for (const todo of todos) await this.say({ ...message, todo }, this.recipients.assignee(todo.assignee));
  }

  private async say({ dedupeKey, at, told, telling, audience, todo }: Saying, query: PeopleQuery): Promise<void> {
    const { event, item } = told;
    const reason = seesReason(audience, event) ? event.reason : null;
    const facts: MessageFacts = {
      ...factsOf(item),
      reason,
      ...(todo && { due: plainDate(todo.dueAt), does: todo.does }),
    };
    const message: NewMessage = {
      dedupeKey: telling.together ? `together:${event.at}:${event.requestId}` : dedupeKey,
      item: telling.together ? null : { kind: item.kind, id: item.id },
      title: telling.title,
      body: renderBody(telling.body, facts),
      template: telling.template,
      facts: {
        ...templateFactsOf(item, event.at),
        status: stateLabel(item.kind, event.toState),
        note: telling.title,
        ...(todo ? { task: todo.does, due: templateMoment(todo.dueAt) } : { task: telling.title }),
      },
      at,
      // What the system does in somebody's name is news to them too.
      ...(event.capacity !== 'system' && { exceptId: event.actorId }),
    };
    await this.writer.tell(message, query);
  }
}

interface Saying {
  readonly dedupeKey: string;
  readonly at: number;
  readonly told: ToldEvent;
  readonly telling: Telling;
  readonly audience: Audience;
  readonly todo?: TodoEntity;
}

function nameOf({ event }: ToldEvent): string {
  return `${event.kind}.${event.action}`;
}

function followUpAt(told: ToldEvent): number | null {
  const date = told.item.startsAt ?? told.item.dueAt;
  const daysBefore = FOLLOW_UPS[nameOf(told)]?.daysBefore;
  return daysBefore === undefined || date === null ? null : morningBefore(date, daysBefore);
}
