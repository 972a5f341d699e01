import type { MinutesSummary, Page } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { toPage } from '../common/paging/page.js';
import { RegionDirectory } from '../regions/region-directory.js';
import type { MinutesQueryDto } from './minutes.dto.js';
import { MinutesRepository } from './minutes.repository.js';
import { MinutesSummaries } from './minutes-summaries.js';

@Injectable()
export class MinutesLists {
  constructor(
    private readonly minutes: MinutesRepository,
    private readonly summaries: MinutesSummaries,
    private readonly regions: RegionDirectory,
  ) {}

  /** The published minutes of a region, newest first. @throws REGION.NOT_FOUND */
  async open(ctx: RequestContext, { region, after, limit }: MinutesQueryDto): Promise<Page<MinutesSummary>> {
    await this.regions.get(region);
    const rows = await this.minutes.published(ctx.db, { region, after, limit: limit + 1 });
    const { items, nextAfter } = toPage(rows, limit, (row) => row.id);
    return { items: await this.summaries.of(items), nextAfter };
  }
}
