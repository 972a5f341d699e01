import { effectiveSettings, type OwnSettings, type RegionSettings, regionAt } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { RegionSettingsEntity } from './region.entity.js';

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

  /** Sets what a region has of its own; what is left out falls back. */
  async set(db: EntityManager, region: string, settings: OwnSettings, now: number): Promise<void> {
    await db.upsert(RegionSettingsEntity, { region, settings: settings as never, updatedAt: now }, ['region']);
  }
}
