import { type OutcomeSummary, type Page, rolesIn, TOPIC_READERS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { momentKey, parseMomentKey, toPage } from '../common/paging/page.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { OutcomeSummaries } from './outcome-summaries.js';
import type { OutcomeQueryDto } from './outcomes.dto.js';
import { OutcomesRepository } from './outcomes.repository.js';

@Injectable()
export class OutcomeLists {
  constructor(
    private readonly outcomes: OutcomesRepository,
    private readonly summaries: OutcomeSummaries,
    private readonly regions: RegionDirectory,
  ) {}

  /** What everyone sees of a region, latest published first. @throws REGION.NOT_FOUND */
  async open(ctx: RequestContext, { region, after, limit }: OutcomeQueryDto): Promise<Page<OutcomeSummary>> {
    await this.regions.get(region);
    const from = parseMomentKey(after);
    const rows = await this.outcomes.published(ctx.db, { region, after: from, limit: limit + 1 });
    const key = (row: (typeof rows)[number]) => momentKey({ at: Number(row.published_at), id: row.id });
    const { items, nextAfter } = toPage(rows, limit, key);
    return { items: await this.summaries.of(items), nextAfter };
  }

  /** Every outcome of a region, for those who handle them. @throws REGION.OUTSIDE */
  async work(ctx: RequestContext, { region, after, limit }: OutcomeQueryDto): Promise<Page<OutcomeSummary>> {
    const roles = rolesIn(actorOf(ctx).grants, region);
    if (!TOPIC_READERS.some((role) => roles.has(role))) throw new CodedError('REGION.OUTSIDE');
    const rows = await this.outcomes.all(ctx.db, { region, after, limit: limit + 1 });
    const { items, nextAfter } = toPage(rows, limit, (row) => row.id);
    return { items: await this.summaries.of(items), nextAfter };
  }
}
