import { EMPTY_LIVE_STATE, foldLive, type LiveState } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { EntityManager } from 'typeorm';
import { LiveEntriesRepository } from './live-entries.repository.js';

/** Sessions whose state is kept; each costs as much as its points and notices. */
const REMEMBERED = 200;
/** How long a state is kept unused: names in it may have changed. ms */
const REMEMBERED_MS = 10 * 60 * 1000;

/** Where sessions stand, for those inside. What was folded is kept, so that only what is new has to be read. */
@Injectable()
export class LiveStates {
  private readonly known = new LRUCache<string, LiveState>({ max: REMEMBERED, ttl: REMEMBERED_MS });

  constructor(private readonly entries: LiveEntriesRepository) {}

  /** With everything that `db` sees. Not for a transaction that has written entries itself: they may yet be undone. */
  async of(db: EntityManager, sessionId: string): Promise<LiveState> {
    const state = await this.fold(db, sessionId, this.known.get(sessionId) ?? EMPTY_LIVE_STATE);
    if (state.seq > (this.known.get(sessionId)?.seq ?? 0)) this.known.set(sessionId, state);
    return state;
  }

  private async fold(db: EntityManager, sessionId: string, from: LiveState): Promise<LiveState> {
    let state = from;
    for await (const more of this.entries.batches(db, sessionId, from.seq)) state = foldLive(state, more);
    return state;
  }
}
