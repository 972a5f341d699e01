import { type LiveRecord, liveRecord } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LiveStates } from './live-states.js';

/** What of an open session goes into its minutes. Whoever asks has checked that they may. */
@Injectable()
export class LiveRecords {
  constructor(private readonly states: LiveStates) {}

  /** @param db may be the transaction that ends the session, and has written so to its log */
  async of(db: EntityManager, sessionId: string): Promise<LiveRecord> {
    return liveRecord(await this.states.anew(db, sessionId));
  }
}
