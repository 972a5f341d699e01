import { regionAt, regionLevel } from '@consult/shared';
import { lightRules } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RegionDirectory } from '../regions/region-directory.js';
import { Settings } from '../regions/settings.service.js';
import type { CountyLightRules } from './task-light.sql.js';

/** Where the lights of promises change: a county's settings, which all its townships go by. */
@Injectable()
export class CountyLights {
  constructor(
    private readonly regions: RegionDirectory,
    private readonly settings: Settings,
  ) {}

  /** The rules at a moment of each county that a region lies in or, for a city, that lies in it. */
  async within({ db, now }: Moment, region: string): Promise<CountyLightRules> {
    if (regionLevel(region) !== 'city') return this.of({ db, now }, [regionAt(region, 'county') ?? region]);
    const codes = await this.regions.within(region);
    return this.of({ db, now }, codes);
  }

  /** The rules of some counties. */
  async of({ db, now }: Moment, counties: readonly string[]): Promise<CountyLightRules> {
    const each = [...new Set(counties)].map(async (county) => {
      const { thresholds } = await this.settings.of(db, county);
      return [county, lightRules(now, thresholds)] as const;
    });
    return new Map(await Promise.all(each));
  }
}

interface Moment {
  readonly db: EntityManager;
  /** ms since 1970 */
  readonly now: number;
}
