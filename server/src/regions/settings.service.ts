import { effectiveSettings, type OwnSettings, type RegionSettings, regionAt } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { type EntityManager, LessThan } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { RegionSettingsEntity, SettingsChangeEntity } from './region.entity.js';

/** How long another process may go by settings that were changed meanwhile, ms. */
const KNOWN_FOR_MS = 2_000;
const KNOWN_MAX = 2_000;

/** What applies in a region: its own settings over its county's over the defaults. */
@Injectable()
export class Settings {
  /** Nearly every request asks for them, and they hardly ever change. */
  private readonly known = new LRUCache<string, { own: OwnSettings | null }>({ max: KNOWN_MAX, ttl: KNOWN_FOR_MS });

  /** Transactions that have set some: what they read is not yet so for others. */
  private readonly changing = new WeakSet<EntityManager>();

  constructor(private readonly database: Database) {}

  async of(db: EntityManager, region: string): Promise<RegionSettings> {
    const county = await this.ownOf(db, regionAt(region, 'county'));
    const township = await this.ownOf(db, regionAt(region, 'township'));
    return effectiveSettings(county, township);
  }

  private async ownOf(db: EntityManager, region: string | undefined): Promise<OwnSettings | undefined> {
    if (region === undefined) return undefined;
    const isChanging = this.changing.has(db);
    const known = isChanging ? undefined : this.known.get(region);
    if (known !== undefined) return known.own ?? undefined;
    const own = await this.own(db, region);
    if (!isChanging) this.known.set(region, { own });
    return own ?? undefined;
  }

  /** What a region has of its own; null when nothing. */
  async own(db: EntityManager, region: string): Promise<OwnSettings | null> {
    return (await db.findOneBy(RegionSettingsEntity, { region }))?.settings ?? null;
  }

  /** Sets what a region has of its own, and keeps what it had; what is left out falls back. */
  async set(ctx: RequestContext, region: string, settings: OwnSettings): Promise<void> {
    // Held, so that of two changes at once the second has the first as its before.
    await ctx.db.query('UPDATE region_settings SET region = region WHERE region = ?', [region]);
    this.changing.add(ctx.db);
    this.database.afterCommit(ctx.db, () => this.known.delete(region));
    const before = await ctx.db.findOneBy(RegionSettingsEntity, { region });
    await ctx.db.upsert(RegionSettingsEntity, { region, settings: settings as never, updatedAt: ctx.now }, ['region']);
    await ctx.db.insert(SettingsChangeEntity, {
      id: newId(ctx.now),
      region,
      actorId: actorOf(ctx).id,
      previous: (before?.settings ?? null) as never,
      settings: settings as never,
      requestId: ctx.requestId,
      at: ctx.now,
    });
  }

  /** What was changed and by whom, newest first. */
  async changes(db: EntityManager, region: string, after: string | undefined, limit: number) {
    return db.find(SettingsChangeEntity, {
      where: { region, ...(after !== undefined && { id: LessThan(after) }) },
      order: { id: 'DESC' },
      take: limit,
    });
  }
}
