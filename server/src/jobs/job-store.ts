import { MINUTE_MS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { JobEntity, type JobState } from './job.entity.js';

/** How long one attempt may take before another worker may begin it anew. */
export const LEASE_MS = 2 * MINUTE_MS;

/** A job that this worker holds. */
export interface ClaimedJob {
  readonly id: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
  readonly failures: number;
  readonly createdAt: number;
}

/** Thrown where a job took so long that another worker has it now; what was to be written is not. */
export class LostJob extends Error {}

/** The jobs in the database. Every change names the attempt it belongs to, so that only its holder makes it. */
@Injectable()
export class JobStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes up to `limit` jobs that are due and whose lane is free. */
  async claim(limit: number): Promise<ClaimedJob[]> {
    const now = this.clock.now();
    const due = await this.database.read
      .createQueryBuilder(JobEntity, 'job')
      .where("job.state = 'waiting' AND job.run_at <= :now", { now })
      .andWhere(
        `(job.lane IS NULL OR NOT EXISTS (SELECT 1 FROM jobs earlier
          WHERE earlier.lane = job.lane AND earlier.state = 'waiting' AND earlier.id < job.id))`,
      )
      .orderBy('job.run_at')
      .addOrderBy('job.id')
      .limit(limit)
      .getMany();
    if (due.length === 0) return [];
    // All in one transaction: one for each job would be most of what a worker asks of the database.
    return this.database.write(async (db) => {
      const claimed: ClaimedJob[] = [];
      for (const { id, kind, payload, attempts, failures, createdAt, runAt } of due) {
        const held = { attempts: attempts + 1, runAt: now + LEASE_MS };
        const { affected } = await db.update(JobEntity, { id, state: 'waiting', attempts, runAt }, held);
        if (affected !== 1) continue;
        const { attempts: attempt } = held;
        claimed.push({ id, kind, payload: payload as ClaimedJob['payload'], attempts: attempt, failures, createdAt });
      }
      return claimed;
    });
  }

  /** Marks the job done, with all that `write` writes. @throws LostJob */
  async finish(job: ClaimedJob, write: (db: EntityManager) => Promise<void>): Promise<void> {
    await this.database.write(async (db) => {
      await this.change(db, job, { state: 'done', doneAt: this.clock.now(), lastError: null });
      await write(db);
    });
  }

  /** Puts the job back until `runAt`. */
  async postpone(job: ClaimedJob, runAt: number, reason: string, failures = job.failures): Promise<void> {
    await this.database.write((db) => this.change(db, job, { runAt, failures, lastError: reason }));
  }

  /** Gives the job up; it stays for an administrator to see. */
  async giveUp(job: ClaimedJob, reason: string): Promise<void> {
    await this.database.write((db) =>
      this.change(db, job, { state: 'dead', doneAt: this.clock.now(), lastError: reason }),
    );
  }

  /** Forgets what was done before this moment. */
  async forget(before: number): Promise<void> {
    await this.database.write((db) =>
      db
        .createQueryBuilder()
        .delete()
        .from(JobEntity)
        .where("state = 'done' AND done_at < :before", { before })
        .execute(),
    );
  }

  private async change(
    db: EntityManager,
    { id, attempts }: ClaimedJob,
    to: Partial<Pick<JobEntity, 'runAt' | 'failures' | 'lastError' | 'doneAt'>> & { state?: JobState },
  ): Promise<void> {
    const { affected } = await db.update(JobEntity, { id, state: 'waiting', attempts }, to);
    if (affected !== 1) throw new LostJob(`job ${id} was taken over`);
  }
}
