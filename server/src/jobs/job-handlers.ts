import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface RunningJob {
  readonly id: string;
  /** 1 for the first time. */
  readonly attempt: number;
  /** When it was asked for, ms since 1970. */
  readonly createdAt: number;
}

/** What is written together with the job's being done: both or neither. */
export type Completion = (db: EntityManager) => Promise<void>;

/**
 * Does the outside part of a job, without a transaction, and answers what to write.
 * It may be run again after a crash, so what it does outside must bear that.
 * @throws JobLater to be called again at a given moment, JobFailed to be given up, anything else to be retried
 */
export type JobHandler = (
  payload: Readonly<Record<string, unknown>>,
  job: RunningJob,
  // biome-ignore lint/suspicious/noConfusingVoidType: a handler without anything to write just returns
) => Promise<Completion | void>;

/** Not now: try again at `runAt`; does not count as a failure. */
export class JobLater extends Error {
  constructor(
    readonly runAt: number,
    reason: string,
  ) {
    super(reason);
  }
}

/** Trying again would not help. */
export class JobFailed extends Error {}

/** Which module does which kind of job; each registers its own when it starts. */
@Injectable()
export class JobHandlers {
  private readonly byKind = new Map<string, JobHandler>();

  register(kind: string, handler: JobHandler): void {
    if (this.byKind.has(kind)) throw new Error(`two handlers for jobs of kind ${kind}`);
    this.byKind.set(kind, handler);
  }

  get kinds(): readonly string[] {
    return [...this.byKind.keys()];
  }

  of(kind: string): JobHandler | undefined {
    return this.byKind.get(kind);
  }
}
