import { Global, Module } from '@nestjs/common';
import { JobHandlers } from './job-handlers.js';
import { JobStore } from './job-store.js';
import { JobSweeper } from './job-sweeper.js';
import { JobWaker } from './job-waker.js';
import { JobWorker } from './job-worker.js';
import { Jobs } from './jobs.service.js';
import { Schedules } from './schedules.js';
import { Turns } from './turns.js';

@Global()
@Module({
  providers: [JobHandlers, JobStore, JobSweeper, JobWaker, JobWorker, Jobs, Schedules, Turns],
  exports: [JobHandlers, Jobs, JobWaker, JobWorker, Schedules, Turns],
})
export class JobsModule {}
