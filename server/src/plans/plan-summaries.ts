import { type PlanSummary, planStage } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { type PlanRow, PlansRepository, type PlanTopicRow } from './plans.repository.js';

/** Rows of plans as lists show them. */
@Injectable()
export class PlanSummaries {
  constructor(
    private readonly plans: PlansRepository,
    private readonly regions: RegionDirectory,
  ) {}

  /** @param inside true counts the sensitive topics too */
  async of(ctx: RequestContext, rows: readonly PlanRow[], inside: boolean): Promise<PlanSummary[]> {
    const topics = await this.plans.topicsOf(
      ctx.db,
      rows.map((row) => row.id),
    );
    const name = await this.regions.names();
    return rows.map((row) => {
      const own = topics.filter((topic) => topic.plan_id === row.id);
      const publishedAt = row.published_at === null ? null : Number(row.published_at);
      return {
        id: row.id,
        township: row.township,
        townshipName: name(row.township),
        year: row.year,
        quarter: row.quarter,
        title: row.title,
        stage: planStage({ publishedAt, topicStates: own.map((topic) => topic.state) }),
        topicCount: own.filter((topic) => isShown(topic, inside)).length,
        publishedAt,
      };
    });
  }
}

/** Whether this viewer sees that the topic is in the plan. */
export function isShown(topic: PlanTopicRow, inside: boolean): boolean {
  return inside || Boolean(topic.is_public);
}
