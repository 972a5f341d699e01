import {
  departmentsOf,
  LIGHT_STATES,
  type MyTaskSummary,
  OWING_TASK_STATES,
  type Page,
  rolesIn,
  supervisedRegions,
  TASK_STATES,
  type TaskAsk,
  type TaskLister,
  type TaskState,
  type TaskSummary,
  TOPIC_READERS,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { type MomentKey, momentKey, parseMomentKey, toPage } from '../common/paging/page.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { CountyLights } from './county-lights.js';
import { MyAsks } from './proof/my-asks.repository.js';
import type { Cut } from './soonest-tasks.js';
import { lightIs } from './task-light.sql.js';
import { type TaskRow, TaskSummaries } from './task-summaries.js';
import type { MyTasksQueryDto, TaskQueryDto } from './tasks.dto.js';
import { TasksRepository } from './tasks.repository.js';

@Injectable()
export class TaskLists {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly summaries: TaskSummaries,
    private readonly regions: RegionDirectory,
    private readonly asks: MyAsks,
    private readonly lights: CountyLights,
  ) {}

  /**
   * 承诺台账: the promises of a region; internal ones only for its staff. Those that are owed come first, soonest due
   * (and so overdue) ones ahead, then the answered ones, and last what is finished.
   * @throws REGION.NOT_FOUND
   */
  async ledger(ctx: RequestContext, query: TaskQueryDto): Promise<Page<TaskSummary>> {
    const { region, state, overdue, light, after, limit } = query;
    await this.regions.get(region);
    const roles = rolesIn(ctx.actor?.grants ?? [], region);
    const start = parseLedgerKey(after);
    const shown = light && (await this.lights.within(ctx, region));
    const rows: TaskRow[] = [];
    for (let part = start.part; part < LEDGER_PARTS.length && rows.length <= limit; part += 1) {
      const states = (LEDGER_PARTS[part] ?? []).filter(
        (one) => (state === undefined || one === state) && (light === undefined || LIGHT_STATES[light].includes(one)),
      );
      if (states.length === 0) continue;
      const more = await this.tasks.list(ctx.db, {
        region,
        publicOnly: !TOPIC_READERS.some((role) => roles.has(role)),
        states,
        overdueAt: overdue ? ctx.now : undefined,
        light: light && shown && ((alias) => lightIs(alias, light, ctx.now, shown)),
        after: part === start.part ? start.key : null,
        limit: limit + 1 - rows.length,
      });
      rows.push(...more);
    }
    return this.page(ctx, rows, limit, (row) => `${partOf(row.state)}_${dueKey(row)}`);
  }

  /** What my department has taken on or takes part in, what I see to, or about what I am asked: to visit, to rate, to look back. */
  async mine(ctx: RequestContext, { as, after, limit }: MyTasksQueryDto): Promise<Page<MyTaskSummary>> {
    const { id, grants } = actorOf(ctx);
    const departments = departmentsOf(grants);
    if (as === 'co_lead') {
      const rows = await this.tasks.withDepartments(ctx.db, departments, after ?? null, limit + 1);
      const { items, nextAfter } = await this.page(ctx, rows, limit, (row) => row.id);
      return { items: items.map((item) => ({ ...item, ask: null })), nextAfter };
    }
    const cut = { after: parseMomentKey(after), limit: limit + 1 };
    const rows = await this.soonestOf(ctx, as, id, departments, cut);
    const { items, nextAfter } = await this.page(ctx, rows, limit, dueKey);
    return { items: items.map((item, i) => ({ ...item, ask: rows[i]?.ask ?? null })), nextAfter };
  }

  private soonestOf(
    ctx: RequestContext,
    as: Exclude<TaskLister, 'co_lead'>,
    personId: string,
    departments: readonly string[],
    cut: Cut,
  ): Promise<(TaskRow & { ask?: TaskAsk })[]> {
    switch (as) {
      case 'lead':
        return this.tasks.ofDepartments(ctx.db, departments, cut);
      case 'supervisor':
        return this.tasks.supervisedBy(ctx.db, personId, supervisedRegions(actorOf(ctx).grants), cut);
      case 'rater':
        return this.asks.list(ctx.db, { id: personId, grants: actorOf(ctx).grants, departments }, ctx.now, cut);
    }
  }

  private async page(
    ctx: RequestContext,
    rows: readonly TaskRow[],
    limit: number,
    key: (row: TaskRow) => string,
  ): Promise<Page<TaskSummary>> {
    const { items, nextAfter } = toPage(rows, limit, key);
    return { items: await this.summaries.of(ctx, items), nextAfter };
  }
}

/** The order of the ledger: each part is read through before the next. */
const LEDGER_PARTS: readonly (readonly TaskState[])[] = [
  OWING_TASK_STATES,
  TASK_STATES.filter((state) => !OWING_TASK_STATES.includes(state) && state !== 'closed'),
  ['closed'],
];

const partOf = (state: TaskState) => LEDGER_PARTS.findIndex((states) => states.includes(state));
const dueKey = (row: TaskRow) => momentKey({ at: Number(row.due_at), id: row.id });

/** The place in the ledger: its part, and the place within that. @throws REQUEST.INVALID */
function parseLedgerKey(after: string | undefined): { part: number; key: MomentKey | null } {
  if (after === undefined) return { part: 0, key: null };
  const [part = ''] = after.split('_', 1);
  return { part: Number(part), key: parseMomentKey(/^[012]$/.test(part) ? after.slice(part.length + 1) : '') };
}
