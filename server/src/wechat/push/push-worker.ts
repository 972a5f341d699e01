import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Completion, JobHandlers } from '../../jobs/job-handlers.js';
import { type PushEvent, PushEvents } from '../push-events.js';

/** The kind of job that hands an event on. */
export const PUSH_JOB = 'wechat-push';

/** Hands each event that was taken in to those who want to hear of it. */
@Injectable()
export class PushWorker implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly events: PushEvents,
  ) {}

  onModuleInit(): void {
    this.handlers.register(PUSH_JOB, async (payload) => {
      const event = payload as unknown as PushEvent;
      const writes: Completion[] = [];
      for (const handler of this.events.of(event.event)) {
        const write = await handler(event);
        if (write) writes.push(write);
      }
      return async (db) => {
        for (const write of writes) await write(db);
      };
    });
  }
}
