import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Jobs } from '../jobs/jobs.service.js';

/** The kind of the job that works out a map. */
export const MAP_JOB = 'opinion.map';
/** A round's map is worked out at most this often, ms. */
export const MAP_EVERY_MS = 5_000;

/** All jobs of one round's map run one after another, whichever process has them. */
export const mapLane = (roundId: string): string => `${MAP_JOB}:${roundId}`;

/** Asks for a map to be worked out anew. */
@Injectable()
export class MapRequests {
  constructor(private readonly jobs: Jobs) {}

  /** However many ask within the same five seconds, it is done once, at their end. */
  async ask({ db, now }: { readonly db: EntityManager; readonly now: number }, roundId: string): Promise<void> {
    const turn = Math.floor(now / MAP_EVERY_MS) + 1;
    await this.jobs.add(
      { db, now },
      {
        kind: MAP_JOB,
        payload: { roundId },
        dedupeKey: `${MAP_JOB}:${roundId}:${turn}`,
        lane: mapLane(roundId),
        runAt: turn * MAP_EVERY_MS,
      },
    );
  }
}
