import { tellingsOf } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { firstIdOf } from '../common/ids.js';
import { Database } from '../database/database.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import type { NewJob } from '../jobs/jobs.service.js';
import { EventEntity } from '../moves/event.entity.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { Gathering } from './gathering.js';
import { MessageWriter } from './message-writer.js';
import { Recipients } from './recipients.js';
import { Sayings } from './sayings.js';
import { ToldEvents } from './told-event.js';

const KIND = 'tell_run';
const PAGE = 100;

/** The job that tells of everything that one run of a schedule did; see ManyTelling. @param since when it began, at the latest */
export function tellRun(runId: string, since: number): NewJob {
  return { kind: KIND, payload: { runId, since }, dedupeKey: `${KIND}:${runId}` };
}

/**
 * Tells of what one run of a schedule did to many items. Hundreds of promises may be overdue on the first morning or
 * after an outage: nobody is told more than one thing then.
 */
@Injectable()
export class RunTeller implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly database: Database,
    private readonly regions: RegionDirectory,
    private readonly events: ToldEvents,
    private readonly sayings: Sayings,
    private readonly recipients: Recipients,
    private readonly writer: MessageWriter,
  ) {}

  onModuleInit(): void {
    this.handlers.register(KIND, ({ runId, since }) => this.tell(runId as string, since as number));
  }

  private async tell(runId: string, since: number): Promise<void> {
    const gathering = new Gathering(`run:${runId}`, since);
    for (const county of await this.regions.counties()) {
      for await (const id of this.eventsOf(runId, county, since)) await this.gather(gathering, id);
    }
    for (const { message, personIds } of gathering.messages()) await this.writer.tellEach(message, personIds);
  }

  private async *eventsOf(requestId: string, county: string, since: number): AsyncGenerator<string> {
    for (let after = firstIdOf(since); ; ) {
      const events = await this.database.read.find(EventEntity, {
        select: { id: true },
        where: { county, requestId, id: MoreThan(after) },
        order: { id: 'ASC' },
        take: PAGE,
      });
      for (const { id } of events) yield id;
      const last = events.at(-1);
      if (events.length < PAGE || last === undefined) return;
      after = last.id;
    }
  }

  private async gather(gathering: Gathering, eventId: string): Promise<void> {
    const told = await this.events.find(this.database.read, eventId);
    if (told === null) return;
    const { kind, action } = told.event;
    const heard = new Set<string>();
    const sayings = await this.sayings.of(told, tellingsOf(kind, action), `event:${eventId}`);
    for (const [rank, { telling, message, query }] of sayings.entries()) {
      if (telling.many === undefined) continue;
      for await (const ids of this.recipients.all(this.database.read, query)) {
        const others = ids.filter((id) => id !== message.exceptId && !heard.has(id));
        for (const id of others) heard.add(id);
        gathering.add({ message, many: telling.many, rank }, others);
      }
    }
  }
}
