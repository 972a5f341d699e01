import { departmentsOf, type Page, rolesIn, type TaskSummary, TOPIC_READERS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { momentKey, parseMomentKey, toPage } from '../common/paging/page.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { type TaskRow, TaskSummaries } from './task-summaries.js';
import type { MyTasksQueryDto, TaskQueryDto } from './tasks.dto.js';
import { TasksRepository } from './tasks.repository.js';

@Injectable()
export class TaskLists {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly summaries: TaskSummaries,
    private readonly regions: RegionDirectory,
  ) {}

  /** 承诺台账: the promises of a region, soonest due first; internal ones only for its staff. @throws REGION.NOT_FOUND */
  async ledger(ctx: RequestContext, query: TaskQueryDto): Promise<Page<TaskSummary>> {
    const { region, state, overdue, after, limit } = query;
    await this.regions.get(region);
    const roles = rolesIn(ctx.actor?.grants ?? [], region);
    const rows = await this.tasks.list(ctx.db, {
      region,
      publicOnly: !TOPIC_READERS.some((role) => roles.has(role)),
      state,
      overdueAt: overdue ? ctx.now : undefined,
      after: keyOf(after),
      limit: limit + 1,
    });
    return this.page(ctx, rows, limit);
  }

  /** What my department has taken on, or what I can rate. */
  async mine(ctx: RequestContext, { as, after, limit }: MyTasksQueryDto): Promise<Page<TaskSummary>> {
    const { id, grants } = actorOf(ctx);
    const cut = { after: keyOf(after), limit: limit + 1 };
    const rows =
      as === 'lead'
        ? await this.tasks.ofDepartments(ctx.db, departmentsOf(grants), cut)
        : await this.tasks.rateable(ctx.db, id, ctx.now, cut);
    return this.page(ctx, rows, limit);
  }

  private async page(ctx: RequestContext, rows: readonly TaskRow[], limit: number): Promise<Page<TaskSummary>> {
    const key = (row: TaskRow) => momentKey({ at: Number(row.due_at), id: row.id });
    const { items, nextAfter } = toPage(rows, limit, key);
    return { items: await this.summaries.of(ctx, items), nextAfter };
  }
}

const keyOf = (after: string | undefined) => (after === undefined ? null : parseMomentKey(after));
