import {
  type Created,
  type Page,
  type PlanDetail,
  type PlanSummary,
  planActions,
  planTitle,
  regionAt,
  rolesIn,
  TOPIC_READERS,
  TOPIC_SOURCES,
  type TopicSource,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { toPage } from '../common/paging/page.js';
import { isDuplicate } from '../database/database.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { TopicSummaries } from '../topics/topic-summaries.js';
import { TopicsRepository } from '../topics/topics.repository.js';
import { PlanEntity } from './plan.entity.js';
import { PlanAccess } from './plan-access.js';
import { isShown, PlanSummaries } from './plan-summaries.js';
import type { PlanCreateDto, PlanQueryDto } from './plans.dto.js';
import { PlansRepository } from './plans.repository.js';

/** A quarter's plans: making one and reading them. */
@Injectable()
export class Plans {
  constructor(
    private readonly access: PlanAccess,
    private readonly plans: PlansRepository,
    private readonly summaries: PlanSummaries,
    private readonly topics: TopicsRepository,
    private readonly topicSummaries: TopicSummaries,
    private readonly regions: RegionDirectory,
  ) {}

  /** Of a region, newest first. @throws REGION.NOT_FOUND */
  async list(ctx: RequestContext, { region, after, limit }: PlanQueryDto): Promise<Page<PlanSummary>> {
    await this.regions.get(region);
    const roles = rolesIn(ctx.actor?.grants ?? [], region);
    const inside = TOPIC_READERS.some((role) => roles.has(role));
    const rows = await this.plans.list(ctx.db, { region, publishedOnly: !inside, after, limit: limit + 1 });
    const { items, nextAfter } = toPage(rows, limit, (row) => row.id);
    return { items: await this.summaries.of(ctx, items, inside), nextAfter };
  }

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<PlanDetail> {
    const { plan, roles, inside } = await this.access.get(ctx, id);
    const shown = (await this.plans.topicsOf(ctx.db, [id])).filter((topic) => isShown(topic, inside));
    const [summary] = await this.summaries.of(ctx, [{ ...plan, published_at: plan.publishedAt }], inside);
    if (summary === undefined) throw new Error(`plan ${id} has no summary`);
    const sources = Object.fromEntries(TOPIC_SOURCES.map((source) => [source, 0])) as Record<TopicSource, number>;
    for (const { source } of shown) sources[source] += 1;
    const rows = await this.topics.byIds(
      ctx.db,
      shown.map((topic) => topic.id),
    );
    return {
      ...summary,
      topics: await this.topicSummaries.of(rows),
      sources,
      actions: planActions(summary.stage, summary.topicCount, roles),
    };
  }

  /** @throws REGION.NOT_FOUND, REGION.OUTSIDE, PLAN.EXISTS */
  async create(ctx: RequestContext, { township, year, quarter }: PlanCreateDto): Promise<Created> {
    await this.regions.get(township);
    if (!rolesIn(actorOf(ctx).grants, township).has('convener')) throw new CodedError('REGION.OUTSIDE');
    const plan: PlanEntity = {
      id: newId(ctx.now),
      county: regionAt(township, 'county') ?? '',
      township,
      year,
      quarter,
      title: planTitle(year, quarter),
      publishedAt: null,
      createdAt: ctx.now,
    };
    try {
      await ctx.db.insert(PlanEntity, plan);
    } catch (error) {
      throw isDuplicate(error) ? new CodedError('PLAN.EXISTS') : error;
    }
    return { id: plan.id };
  }
}
