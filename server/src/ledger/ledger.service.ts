import {
  ALL_TIME,
  daysBetween,
  type LedgerCounts,
  type LedgerEntry,
  type LedgerFilter,
  type LedgerFilters,
  lateUntil,
  OPEN_LIGHTS,
  type Page,
  REPLY_CLASSES,
  regionAt,
  regionLevel,
  TASK_LIGHTS,
  TOPIC_CATEGORIES,
  taskLight,
} from '@consult/shared';
import { workingDaysBetween } from '@consult/shared/deadlines';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { LargeCounts } from '../common/large-counts.js';
import { momentKey, parseMomentKey, toPage } from '../common/paging/page.js';
import { FigureStore } from '../figures/figure-store.js';
import { readDoneName } from '../figures/promise-facts.js';
import { DepartmentsRepository } from '../regions/departments.repository.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { CountyLights } from '../tasks/county-lights.js';
import type { LedgerQueryDto } from './ledger.dto.js';
import { type LedgerCell, LedgerRepository, type LedgerRow } from './ledger.repository.js';

/** 承诺台账: every promise about a public topic, with its dates and what became of it; the same for everybody. */
@Injectable()
export class Ledger {
  private readonly large = new LargeCounts();

  constructor(
    private readonly rows: LedgerRepository,
    private readonly figures: FigureStore,
    private readonly lights: CountyLights,
    private readonly regions: RegionDirectory,
    private readonly departments: DepartmentsRepository,
  ) {}

  /** Latest first; of a light that is not done yet soonest due first. @throws REGION.NOT_FOUND */
  async list(ctx: RequestContext, { after, limit, ...filter }: LedgerQueryDto): Promise<Page<LedgerEntry>> {
    await this.regions.get(filter.region);
    const lights = { now: ctx.now, rules: await this.lights.within(ctx, filter.region) };
    const light = OPEN_LIGHTS.find((one) => one === filter.light);
    const { items, nextAfter } =
      light === undefined
        ? toPage(await this.rows.latest(ctx.db, filter, lights, { after, limit: limit + 1 }), limit, ({ id }) => id)
        : toPage(
            await this.rows.soonest(ctx.db, { ...filter, light }, lights, {
              after: parseMomentKey(after),
              limit: limit + 1,
            }),
            limit,
            ({ due_at, id }) => momentKey({ at: Number(due_at), id }),
          );
    return { items: await this.entries(ctx, items), nextAfter };
  }

  /** How many the list has under each light and reply class. @throws REGION.NOT_FOUND */
  async counts(ctx: RequestContext, filter: LedgerFilter): Promise<LedgerCounts> {
    await this.regions.get(filter.region);
    const lights = { now: ctx.now, rules: await this.lights.within(ctx, filter.region) };
    const cells = [
      ...(filter.light === 'done'
        ? []
        : await this.large.of(keyOf(filter), () => this.rows.openCounts(ctx.db, filter, lights))),
      ...(filter.light === undefined || filter.light === 'done' ? await this.doneCounts(ctx, filter) : []),
    ];
    const sum = (of: (cell: (typeof cells)[number]) => boolean) =>
      cells.reduce((total, cell) => (of(cell) ? total + Number(cell.n) : total), 0);
    const by = <K extends string>(keys: readonly K[], of: (cell: (typeof cells)[number]) => string | null) =>
      Object.fromEntries(keys.map((key) => [key, sum((cell) => of(cell) === key)])) as Record<K, number>;
    return {
      made: sum(() => true),
      lights: by(TASK_LIGHTS, ({ light }) => light),
      replies: by(REPLY_CLASSES, ({ reply_class }) => reply_class),
      unanswered: sum(({ reply_class }) => reply_class === null),
    };
  }

  /** Most promises are done, and stay so: these are kept as figures. */
  private async doneCounts(
    ctx: RequestContext,
    { region, departmentId, category, year, replyClass }: LedgerFilter,
  ): Promise<LedgerCell[]> {
    const level = regionLevel(region);
    const regions =
      level === 'city' ? (await this.regions.within(region)).slice(1) : [regionAt(region, 'township') ?? region];
    const period = year === undefined ? ALL_TIME : String(year);
    const rows = await this.figures.sums(ctx.db, { regions, measures: ['done'], period }, 'name');
    return rows
      .map(({ name, n }) => ({ ...readDoneName(name), n }))
      .filter(
        (of) =>
          (departmentId === undefined || of.departmentId === departmentId) &&
          (category === undefined || of.category === category) &&
          (replyClass === undefined || of.replyClass === replyClass),
      )
      .map((of) => ({ light: 'done', reply_class: of.replyClass, n: of.n }));
  }

  /** What a region's ledger can be looked through by. @throws REGION.NOT_FOUND */
  async filters(ctx: RequestContext, region: string): Promise<LedgerFilters> {
    await this.regions.get(region);
    const places = regionLevel(region) === 'city' ? (await this.regions.within(region)).slice(1) : [region];
    const choices = await Promise.all(places.map((place) => this.rows.choices(ctx.db, place)));
    const years = new Set(choices.flatMap((one) => one.years.map(Number)));
    const categories = choices.flatMap((one) => one.categories);
    const departmentIds = [...new Set(choices.flatMap((one) => one.departmentIds))];
    const name = await this.departments.names(ctx.db, departmentIds);
    return {
      years: [...years].sort((a, b) => b - a),
      categories: TOPIC_CATEGORIES.filter((category) => categories.includes(category)),
      departments: departmentIds.sort().map((id) => ({ id, name: name(id) })),
    };
  }

  /** The promises about a topic, soonest due first. */
  async aboutTopic(ctx: RequestContext, topicId: string): Promise<LedgerEntry[]> {
    return this.entries(ctx, await this.rows.aboutTopic(ctx.db, topicId));
  }

  /** One promise; null where not everybody sees it. */
  async entry(ctx: RequestContext, id: string): Promise<LedgerEntry | null> {
    const [entry] = await this.entries(ctx, await this.rows.find(ctx.db, id));
    return entry ?? null;
  }

  private async entries(ctx: RequestContext, rows: readonly LedgerRow[]): Promise<LedgerEntry[]> {
    const name = await this.regions.names();
    const rules = await this.lights.of(
      ctx,
      rows.map(({ county }) => county),
    );
    return rows.map((row) => {
      const { state, reply_class: replyClass } = row;
      const dueAt = Number(row.due_at);
      const repliedAt = row.replied_at === null ? null : Number(row.replied_at);
      const late = lateUntil({ state, dueAt, repliedAt }, ctx.now);
      const rule = rules.get(row.county);
      if (rule === undefined) throw new Error(`no lights of ${row.county}`);
      return {
        id: row.id,
        code: row.code,
        what: row.what,
        category: row.category,
        township: row.township,
        townshipName: name(row.township),
        leadDepartment: row.lead_department ?? '',
        promisedAt: Number(row.created_at),
        firstDueAt: Number(row.first_due_at),
        dueAt,
        repliedAt,
        replyClass,
        state,
        carriedOver: Boolean(Number(row.carried_over)),
        light: taskLight({ state, dueAt, lastWordAt: Number(row.last_word_at) }, ctx.now, rule),
        lateDays: late === null ? 0 : daysBetween(dueAt, late),
        lateWorkingDays: late === null ? 0 : workingDaysBetween(dueAt, late),
        progress: Number(row.progress),
        hasPhotos: Boolean(Number(row.has_photos)),
      };
    });
  }
}

const keyOf = ({ region, departmentId, category, year, light, replyClass }: LedgerFilter): string =>
  JSON.stringify([region, departmentId, category, year, light, replyClass]);
