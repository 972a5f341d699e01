import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../common/ids.js';
import { JobEntity } from './job.entity.js';
import { JobWaker } from './job-waker.js';

export interface NewJob {
  /** Of a handler in JobHandlers. */
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** At most one job ever has this key, 120 characters; a second one is not added. */
  readonly dedupeKey?: string;
  /** Jobs of one lane are done one at a time and in order, 80 characters. */
  readonly lane?: string;
  /** Not before this moment, ms since 1970. */
  readonly runAt?: number;
}

/** The outbox: work that must happen if, and only if, the transaction that adds it is committed. */
@Injectable()
export class Jobs {
  constructor(private readonly waker: JobWaker) {}

  async add(ctx: { readonly db: EntityManager; readonly now: number }, ...jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    await ctx.db
      .createQueryBuilder()
      .insert()
      .orIgnore()
      .into(JobEntity)
      .values(
        jobs.map(({ kind, payload, dedupeKey, lane, runAt }) => ({
          id: newId(ctx.now),
          kind,
          payload,
          lane: lane ?? null,
          dedupeKey: dedupeKey ?? null,
          state: 'waiting' as const,
          runAt: runAt ?? ctx.now,
          attempts: 0,
          failures: 0,
          lastError: null,
          createdAt: ctx.now,
          doneAt: null,
        })),
      )
      .updateEntity(false)
      .execute();
    this.waker.wake();
  }
}
