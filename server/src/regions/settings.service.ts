import { effectiveSettings, type OwnSettings, type RegionSettings, regionAt } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, LessThan } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { newId } from '../common/ids.js';
import { RegionSettingsEntity, SettingsChangeEntity } from './region.entity.js';

/** What applies in a region: its own settings over its county's over the defaults. */
@Injectable()
export class Settings {
  async of(db: EntityManager, region: string): Promise<RegionSettings> {
    const county = regionAt(region, 'county');
    const township = regionAt(region, 'township');
    const codes = [county, township].filter((code) => code !== undefined);
    const rows = codes.length === 0 ? [] : await db.findBy(RegionSettingsEntity, { region: In(codes) });
    const own = (code: string | undefined) => rows.find((row) => row.region === code)?.settings;
    return effectiveSettings(own(county), own(township));
  }

  /** What a region has of its own; null when nothing. */
  async own(db: EntityManager, region: string): Promise<OwnSettings | null> {
    return (await db.findOneBy(RegionSettingsEntity, { region }))?.settings ?? null;
  }

  /** Sets what a region has of its own, and keeps what it had; what is left out falls back. */
  async set(ctx: RequestContext, region: string, settings: OwnSettings): Promise<void> {
    // Held, so that of two changes at once the second has the first as its before.
    await ctx.db.query('UPDATE region_settings SET region = region WHERE region = ?', [region]);
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
