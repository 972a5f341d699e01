import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.service.js';
import { type FillingPlace, fillIndex } from './search-filling.js';

/** Added by the migration that made the index. */
export const FILL_SEARCH_JOB = 'search.fill';
const AT_ONCE = 200;

/** Brings what was there before the index into it, some at a time, so that nobody waits for a worker meanwhile. */
@Injectable()
export class SearchFilling implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(FILL_SEARCH_JOB, async (payload) => async (db) => {
      const next = await fillIndex(db, payload as unknown as FillingPlace, AT_ONCE);
      if (next === null) return;
      await this.jobs.add({ db, now: this.clock.now() }, { kind: FILL_SEARCH_JOB, payload: { ...next } });
    });
  }
}
