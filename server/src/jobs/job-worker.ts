import { MINUTE_MS } from '@consult/shared';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { JobFailed, JobHandlers, JobLater } from './job-handlers.js';
import { type ClaimedJob, JobStore, LostJob } from './job-store.js';
import { JobWaker } from './job-waker.js';
import { Schedules } from './schedules.js';
import { Turns } from './turns.js';

/** How often a worker looks when nothing wakes it, ms. */
const TURN_MS = 1_000;
/** Long enough for the transaction that woke the worker to be committed, ms. */
const WAKE_MS = 50;
const AT_ONCE = 8;
const MOST_FAILURES = 8;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 30 * MINUTE_MS;

/** Does the jobs that are due. Any number of processes may run one: a job is held by one of them at a time. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> | null = null;
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly store: JobStore,
    private readonly handlers: JobHandlers,
    private readonly schedules: Schedules,
    private readonly waker: JobWaker,
    private readonly turns: Turns,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.workers) return;
    this.waker.onWake(() => this.lookAfter(WAKE_MS));
    this.lookAfter(WAKE_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.turn;
  }

  /** Does everything that is due now, and what becomes due through it. */
  async drain(): Promise<void> {
    await this.schedules.tick();
    for (;;) {
      if (this.stopped) return;
      const more = await this.turns.take();
      const jobs = await this.store.claim(AT_ONCE);
      if (jobs.length === 0 && !more) return;
      await Promise.all(jobs.map((job) => this.run(job)));
    }
  }

  private lookAfter(ms: number): void {
    if (this.stopped || this.turn !== null) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.turn = this.drain()
        .catch((error: Error) => this.logger.error('the worker’s turn failed', error.stack))
        .finally(() => {
          this.turn = null;
          this.lookAfter(TURN_MS);
        });
    }, ms).unref();
  }

  private async run(job: ClaimedJob): Promise<void> {
    try {
      const handler = this.handlers.of(job.kind);
      if (handler === undefined) throw new JobFailed(`nobody does jobs of kind ${job.kind}`);
      const { id, attempts: attempt, createdAt } = job;
      const write = await handler(job.payload, { id, attempt, createdAt });
      await this.store.finish(job, async (db) => write?.(db));
    } catch (error) {
      await this.failed(job, error as Error).catch((again: unknown) => {
        if (!(again instanceof LostJob)) throw again;
      });
    }
  }

  private async failed(job: ClaimedJob, error: Error): Promise<void> {
    if (error instanceof LostJob) return;
    if (error instanceof JobLater) return this.store.postpone(job, error.runAt, error.message);
    const failures = job.failures + 1;
    if (error instanceof JobFailed || failures >= MOST_FAILURES) {
      this.logger.error(`job ${job.id} of kind ${job.kind} is given up: ${error.message}`);
      return this.store.giveUp(job, error.message);
    }
    this.logger.warn(`job ${job.id} of kind ${job.kind} will be tried again: ${error.message}`);
    return this.store.postpone(job, this.clock.now() + waitAfter(failures), error.message, failures);
  }
}

/** Twice as long each time, up to half an hour, spread so that what failed together does not return together. */
function waitAfter(failures: number): number {
  const full = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
  return Math.round(full * (0.5 + Math.random() / 2));
}
