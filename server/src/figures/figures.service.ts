import {
  ALL_TIME,
  type Count,
  daysWithin,
  type Figures,
  MILESTONES,
  type Milestone,
  monthsIn,
  NONE,
  regionAt,
  STAY_STATES,
  type StayFigure,
  type ThemeFigures,
  TOPIC_CATEGORIES,
  TOPIC_FATES,
  TOPIC_SOURCES,
  type TopicFate,
  type TopicSource,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { Settings } from '../regions/settings.service.js';
import { counters, FigureCounts } from './figure-counts.js';
import { type FigureMeasure, readStayName, type Seen } from './figure-facts.js';
import { FigureLists } from './figure-lists.service.js';
import type { Scope } from './figure-scope.js';
import { type FigureRow, FigureStore } from './figure-store.js';

/** So few stays would tell of single topics; of those an outsider is not told. */
const STAYS_SHOWN_FROM = 5;

/** 数据看板: what is known of a region in numbers. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly store: FigureStore,
    private readonly counts: FigureCounts,
    private readonly lists: FigureLists,
    private readonly settings: Settings,
  ) {}

  async of(ctx: RequestContext, scope: Scope): Promise<Figures> {
    const { region, period, reading } = scope;
    const minimum = await this.lists.minimum(ctx, scope);
    const [topics, themes, stays, sessionsHeld, { promises, evaluation }, places, quota] = await Promise.all([
      this.sums(ctx, scope, ['fate', 'milestone', 'source'], 'name'),
      this.sums(ctx, scope, ['theme'], 'name and period'),
      this.sums(ctx, scope, ['stay'], 'name'),
      this.counts.sessionsHeld(ctx, scope),
      this.counts.promises(ctx, scope, minimum),
      this.counts.places(ctx, scope),
      this.quota(ctx, scope),
    ]);
    const fates = counters<TopicFate>(TOPIC_FATES);
    const milestones = counters<Milestone>(MILESTONES);
    const sources = counters<TopicSource>(TOPIC_SOURCES);
    const counted = { fate: fates, milestone: milestones, source: sources } as Record<string, Record<string, Count>>;
    for (const row of topics) {
      const count = counted[row.measure]?.[row.name];
      if (count !== undefined) addRow(count, row, reading);
    }
    const columns = columnsOf(period, themes);
    return {
      region: region.code,
      regionName: region.name,
      period,
      at: ctx.now,
      fates,
      milestones,
      sources,
      quota,
      stays: staysOf(stays, reading),
      sessionsHeld,
      promises,
      evaluation,
      places,
      themes: themesOf(themes, columns, reading),
      columns,
    };
  }

  private sums(ctx: RequestContext, scope: Scope, measures: FigureMeasure[], by: 'name' | 'name and period') {
    return this.store.sums(ctx.db, { regions: scope.cells, measures, period: scope.period }, by);
  }

  /** Asked of each township of the county; of a year alone. */
  private async quota(ctx: RequestContext, { region, period, cells, places }: Scope): Promise<number | null> {
    if (period.length !== 4) return null;
    if (region.level === 'city') return null;
    const county = regionAt(cells[0] ?? '', 'county') ?? '';
    const { leaderTopics } = (await this.settings.of(ctx.db, county)).thresholds;
    return leaderTopics === 0 ? null : leaderTopics * places.length;
  }
}

/** Adds a cell as far as this reader counts and opens what is in it. */
function addRow(count: Count, { seen, n }: FigureRow, reading: Scope['reading']): void {
  if (reading === 'open' && (seen as Seen) === 'sensitive') return;
  count.n += n;
  if (reading === 'all' || seen === 'public') count.rows += n;
}

function countOf(rows: readonly FigureRow[], reading: Scope['reading']): Count {
  const count = { ...NONE };
  for (const row of rows) addRow(count, row, reading);
  return count;
}

function staysOf(rows: readonly FigureRow[], reading: Scope['reading']): StayFigure[] {
  const from = reading === 'open' ? STAYS_SHOWN_FROM : 1;
  return STAY_STATES.flatMap((state) => {
    const own = rows.flatMap((row) => {
      const stay = readStayName(row.name);
      return stay.state === state ? [{ row, days: stay.days, n: countOf([row], reading).n }] : [];
    });
    const count = countOf(
      own.map(({ row }) => row),
      reading,
    );
    const [median, p90] = [daysWithin(own, 0.5), daysWithin(own, 0.9)];
    if (median === null || p90 === null || count.n < from) return [];
    const longer = own.filter(({ days }) => days > p90).map(({ row }) => row);
    return [{ state, ...count, median, p90, longer: countOf(longer, reading) }];
  });
}

function columnsOf(period: string, rows: readonly FigureRow[]): string[] {
  if (period === ALL_TIME) return [...new Set(rows.map((row) => row.period.slice(0, 4)))].sort();
  return monthsIn(period);
}

function themesOf(rows: readonly FigureRow[], columns: readonly string[], reading: Scope['reading']): ThemeFigures[] {
  return TOPIC_CATEGORIES.flatMap((category) => {
    const own = rows.filter(({ name }) => name === category);
    const counts = columns.map((column) =>
      countOf(
        own.filter((row) => row.period.startsWith(column)),
        reading,
      ),
    );
    const total = countOf(own, reading);
    return total.n === 0 ? [] : [{ category, total, counts }];
  });
}
