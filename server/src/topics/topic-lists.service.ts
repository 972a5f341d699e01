import { type Page, rolesIn, statesOfStep, TOPIC_READERS, type TopicSummary } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { toPage } from '../common/paging/page.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { TopicSummaries } from './topic-summaries.js';
import type { MyTopicsQueryDto, TopicQueryDto, WorkTopicsQueryDto } from './topics.dto.js';
import { type TopicRow, TopicsRepository } from './topics.repository.js';

@Injectable()
export class TopicLists {
  constructor(
    private readonly topics: TopicsRepository,
    private readonly summaries: TopicSummaries,
    private readonly regions: RegionDirectory,
  ) {}

  /** What everyone sees of a region. */
  async open(ctx: RequestContext, query: TopicQueryDto): Promise<Page<TopicSummary>> {
    const { region, step, category, after, limit } = query;
    await this.regions.get(region);
    const states = step === undefined ? undefined : statesOfStep(step);
    return this.page(
      await this.topics.list(ctx.db, { region, states, category, publicOnly: true, after, limit: limit + 1 }),
      limit,
    );
  }

  /** Every topic of a region by state, for those who handle them. @throws REGION.OUTSIDE */
  async work(ctx: RequestContext, query: WorkTopicsQueryDto): Promise<Page<TopicSummary>> {
    const { region, state, after, limit } = query;
    const roles = rolesIn(actorOf(ctx).grants, region);
    if (!TOPIC_READERS.some((role) => roles.has(role))) throw new CodedError('REGION.OUTSIDE');
    return this.page(
      await this.topics.list(ctx.db, { region, states: [state], publicOnly: false, after, limit: limit + 1 }),
      limit,
    );
  }

  /** What the person asking raised or co-signed. */
  async mine(ctx: RequestContext, { as, after, limit }: MyTopicsQueryDto): Promise<Page<TopicSummary>> {
    const { id, grants } = actorOf(ctx);
    const regions = grants.filter(({ role }) => TOPIC_READERS.includes(role)).map(({ region }) => region);
    const rows =
      as === 'raiser'
        ? await this.topics.raisedBy(ctx.db, id, after, limit + 1)
        : await this.topics.cosignedBy(ctx.db, id, regions, after, limit + 1);
    return this.page(rows, limit);
  }

  private async page(rows: readonly TopicRow[], limit: number): Promise<Page<TopicSummary>> {
    const { items, nextAfter } = toPage(rows, limit, (row) => row.id);
    return { items: await this.summaries.of(items), nextAfter };
  }
}
