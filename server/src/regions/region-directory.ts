import type { Region, RegionTree } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { CodedError } from '../common/errors/coded-error.js';
import { Database } from '../database/database.js';
import { RegionEntity } from './region.entity.js';

const FRESH_MS = 60_000;

/** The tree of regions, kept in memory: it changes a few times a year and every page needs its names. */
@Injectable()
export class RegionDirectory {
  private byCode = new Map<string, Region>();
  private readAt = Number.NEGATIVE_INFINITY;
  private reading: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws REGION.NOT_FOUND */
  async get(code: string): Promise<Region> {
    const region = (await this.all()).get(code);
    if (region === undefined) throw new CodedError('REGION.NOT_FOUND');
    return region;
  }

  /** The names of many codes at once. */
  async names(): Promise<(code: string) => string> {
    const all = await this.all();
    return (code) => all.get(code)?.name ?? '';
  }

  /** A county's code and its townships': the regions whose roles and homes are its people's. */
  async within(county: string): Promise<string[]> {
    const all = [...(await this.all()).values()];
    return [county, ...all.filter(({ parent }) => parent === county).map(({ code }) => code)];
  }

  /** The codes of all counties, in order. */
  async counties(): Promise<string[]> {
    const all = [...(await this.all()).values()];
    return all.flatMap(({ code, level }) => (level === 'county' ? [code] : [])).sort();
  }

  async tree(): Promise<RegionTree[]> {
    const all = [...(await this.all()).values()].sort((a, b) => a.code.localeCompare(b.code));
    const below = (parent: string | null): RegionTree[] =>
      all.filter((region) => region.parent === parent).map((region) => ({ ...region, children: below(region.code) }));
    return below(null);
  }

  private async all(): Promise<Map<string, Region>> {
    if (Math.abs(this.clock.now() - this.readAt) > FRESH_MS) {
      this.reading ??= this.load().finally(() => {
        this.reading = null;
      });
      await this.reading;
    }
    return this.byCode;
  }

  private async load(): Promise<void> {
    const rows = await this.database.read.find(RegionEntity);
    this.byCode = new Map(rows.map(({ code, name, level, parent }) => [code, { code, name, level, parent }]));
    this.readAt = this.clock.now();
  }
}
