import { DAY_MS } from '@consult/shared';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Idempotency } from './idempotency.service.js';

/** Lets old first answers go when the server starts and once a day; several replicas doing so do no harm. */
@Injectable()
export class IdempotencySweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.sweep();
    this.timer = setInterval(() => void this.sweep(), DAY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private sweep(): Promise<void> {
    return this.database.write((db) => this.idempotency.sweep(db));
  }
}
