import { DAY_MS } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Schedules } from '../../jobs/schedules.js';
import { Idempotency } from './idempotency.service.js';

/** Lets old first answers go, once a day. */
@Injectable()
export class IdempotencySweeper implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly idempotency: Idempotency,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'forget-first-answers',
      next: (after) => after + DAY_MS,
      run: async () => (db) => this.idempotency.sweep(db),
    });
  }
}
