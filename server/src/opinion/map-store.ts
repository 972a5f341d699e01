import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { type EntityManager, In } from 'typeorm';
import { newId } from '../common/ids.js';
import { OpinionMapEntity, OpinionMapPartEntity } from './opinion.entity.js';
import type { StoredMap } from './stored-map.js';

/** A map with when it was worked out. */
export interface KeptMap {
  readonly id: string;
  readonly computedAt: number;
  readonly map: StoredMap;
}

/** How many maps of a round are kept: whoever reads one while the next is written still finds it. */
const KEPT = 3;
/** Characters of a part; the body is ASCII, and a text column of MySQL holds 65,535 bytes. */
const PART = 60_000;
const CACHED = 50;

/** Keeps maps, each cut into parts; one that was read before is not read again. */
@Injectable()
export class MapStore {
  private readonly cache = new LRUCache<string, KeptMap>({ max: CACHED });

  /** Null before there is one. */
  async latest(db: EntityManager, roundId: string): Promise<KeptMap | null> {
    const [row]: { id: string; computed_at: number }[] = await db.query(
      'SELECT id, computed_at FROM opinion_maps WHERE round_id = ? ORDER BY id DESC LIMIT 1',
      [roundId],
    );
    if (row === undefined) return null;
    const cached = this.cache.get(row.id);
    if (cached !== undefined) return cached;
    const parts = await db.find(OpinionMapPartEntity, { where: { mapId: row.id }, order: { part: 'ASC' } });
    const map = JSON.parse(parts.map(({ body }) => body).join('')) as StoredMap;
    const kept = { id: row.id, computedAt: Number(row.computed_at), map };
    this.cache.set(row.id, kept);
    return kept;
  }

  /** Adds the newest map and lets the oldest go. */
  async add(db: EntityManager, roundId: string, map: StoredMap, now: number): Promise<void> {
    const id = newId(now);
    const body = JSON.stringify(map);
    await db.insert(OpinionMapEntity, { id, roundId, votesSeen: map.votes, people: map.people, computedAt: now });
    for (let part = 0; part * PART < body.length; part++) {
      await db.insert(OpinionMapPartEntity, { mapId: id, part, body: body.slice(part * PART, (part + 1) * PART) });
    }
    const old: { id: string }[] = await db.query(
      'SELECT id FROM opinion_maps WHERE round_id = ? ORDER BY id DESC LIMIT 100 OFFSET ?',
      [roundId, KEPT],
    );
    if (old.length === 0) return;
    const ids = old.map((one) => one.id);
    await db.delete(OpinionMapPartEntity, { mapId: In(ids) });
    await db.delete(OpinionMapEntity, { id: In(ids) });
  }
}
