import { type LiveEntry, type LiveRecord, liveRecord } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LiveEntriesRepository } from './live-entries.repository.js';

/** What of an open session goes into its minutes. Whoever asks has checked that they may. */
@Injectable()
export class LiveRecords {
  constructor(private readonly entries: LiveEntriesRepository) {}

  /** @param db may be the transaction that ends the session, and has written so to its log */
  async of(db: EntityManager, sessionId: string): Promise<LiveRecord> {
    const log: LiveEntry[] = [];
    for await (const more of this.entries.batches(db, sessionId, 0)) log.push(...more);
    return liveRecord(log);
  }
}
