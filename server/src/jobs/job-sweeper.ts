import { DAY_MS } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { JobStore } from './job-store.js';
import { Schedules } from './schedules.js';

/** Long enough for the key of a job to keep a late second one out. */
const KEPT_MS = 30 * DAY_MS;

/** Lets jobs that were done long ago go, once a day. */
@Injectable()
export class JobSweeper implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly store: JobStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'forget-done-jobs',
      next: (after) => after + DAY_MS,
      run: () => this.store.forget(this.clock.now() - KEPT_MS),
    });
  }
}
