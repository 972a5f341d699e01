import { chinaDate, type Region, regionAt, rolesIn, TOPIC_READERS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { RegionDirectory } from '../regions/region-directory.js';
import type { FigureQueryDto } from './figures.dto.js';

/**
 * As whom somebody reads: `all` counts and opens everything, `sums` counts everything and opens what is public (a
 * city), `open` counts what is not sensitive and opens what is public.
 */
export type Reading = 'all' | 'sums' | 'open';

/** What is counted, for whom. */
export interface Scope {
  readonly reading: Reading;
  readonly region: Region;
  readonly period: string;
  /** The regions of the cells: of a city its counties. */
  readonly cells: readonly string[];
  /** The places whose lights are shown one by one, in the order of their codes. */
  readonly places: readonly string[];
}

/** Who may see the figures of which region. */
@Injectable()
export class FigureScopes {
  constructor(private readonly regions: RegionDirectory) {}

  /** For everyone. @throws REGION.NOT_FOUND */
  open(ctx: RequestContext, query: FigureQueryDto): Promise<Scope> {
    return this.scope(ctx, query, 'open');
  }

  /** For those who answer for the region; a city sees sums alone. @throws REGION.NOT_FOUND, REGION.OUTSIDE */
  async inside(ctx: RequestContext, query: FigureQueryDto): Promise<Scope> {
    const roles = rolesIn(ctx.actor?.grants ?? [], query.region);
    if (TOPIC_READERS.some((role) => roles.has(role))) return this.scope(ctx, query, 'all');
    if (!roles.has('city_office')) throw new CodedError('REGION.OUTSIDE');
    return this.scope(ctx, query, 'sums');
  }

  private async scope({ now }: RequestContext, query: FigureQueryDto, reading: Reading): Promise<Scope> {
    const region = await this.regions.get(regionAt(query.region, 'township') ?? query.region);
    const [, ...below] = region.level === 'township' ? [] : await this.regions.within(region.code);
    below.sort();
    const cells = region.level === 'city' ? below : [region.code];
    const places = region.level === 'township' ? [region.code] : below;
    return { reading, region, period: query.period ?? chinaDate(now).slice(0, 4), cells, places };
  }
}
