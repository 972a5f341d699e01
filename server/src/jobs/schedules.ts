import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Database, isDuplicate } from '../database/database.js';
import { ScheduleEntity } from './job.entity.js';
import { type Completion, JobHandlers, type RunningJob } from './job-handlers.js';
import { Jobs } from './jobs.service.js';

export interface Schedule {
  /** 40 characters; never given to another piece of work. */
  readonly name: string;
  /** The next time after this moment, ms since 1970. */
  next(after: number): number;
  // biome-ignore lint/suspicious/noConfusingVoidType: as of a JobHandler
  run(dueAt: number, job: RunningJob): Promise<Completion | void>;
}

const KIND = 'schedule';

/**
 * Regular work. Whoever moves a schedule's next time adds, in the same transaction, the one job for the time that
 * has come: so it runs once however many replicas there are, and after an outage once, not once for each time missed.
 */
@Injectable()
export class Schedules implements OnModuleInit {
  private readonly all = new Map<string, Schedule>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(KIND, (payload, job) => {
      const schedule = this.all.get(payload.name as string);
      // An older replica may have planned what a newer one no longer does.
      return schedule === undefined ? Promise.resolve() : schedule.run(payload.dueAt as number, job);
    });
  }

  register(schedule: Schedule): void {
    if (this.all.has(schedule.name)) throw new Error(`two schedules are called ${schedule.name}`);
    this.all.set(schedule.name, schedule);
  }

  /** Adds the jobs of all schedules whose time has come. */
  async tick(): Promise<void> {
    const now = this.clock.now();
    const rows = await this.database.read.find(ScheduleEntity);
    const nextAt = new Map(rows.map((row) => [row.name, row.nextAt]));
    const come: [Schedule, number][] = [];
    for (const schedule of this.all.values()) {
      const dueAt = nextAt.get(schedule.name);
      if (dueAt === undefined) await this.begin(schedule, now);
      else if (dueAt <= now) come.push([schedule, dueAt]);
    }
    if (come.length === 0) return;
    await this.database.write(async (db) => {
      for (const [schedule, dueAt] of come) await this.come(db, schedule, dueAt, now);
    });
  }

  private async begin({ name, next }: Schedule, now: number): Promise<void> {
    try {
      await this.database.write((db) => db.insert(ScheduleEntity, { name, nextAt: next(now) }));
    } catch (error) {
      // Another replica that starts at the same moment has put it there.
      if (!isDuplicate(error)) throw error;
    }
  }

  private async come(db: EntityManager, { name, next }: Schedule, dueAt: number, now: number): Promise<void> {
    const { affected } = await db.update(ScheduleEntity, { name, nextAt: dueAt }, { nextAt: next(now) });
    if (affected === 1) await this.jobs.add({ db, now }, { kind: KIND, payload: { name, dueAt } });
  }
}
