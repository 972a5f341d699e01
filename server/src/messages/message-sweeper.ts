import { DAY_MS } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Schedules } from '../jobs/schedules.js';
import { MessageEntity } from './message.entity.js';

const KEPT_MS = 180 * DAY_MS;

/** Lets messages that were read half a year ago go. */
@Injectable()
export class MessageSweeper implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'forget-read-messages',
      next: (after) => after + DAY_MS,
      run: async () => {
        const before = this.clock.now() - KEPT_MS;
        return async (db) => void (await db.delete(MessageEntity, { readAt: LessThan(before) }));
      },
    });
  }
}
