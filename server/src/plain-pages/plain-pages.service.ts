import { DEFAULT_SETTINGS, PAGE_LIMIT_MAX, plainPath, readPublicCode, regionLevel } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { ID_PATTERN } from '../common/ids.js';
import { toPage } from '../common/paging/page.js';
import { Ledger } from '../ledger/ledger.service.js';
import { openOutcomes } from '../outcomes/open-outcomes.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { Settings } from '../regions/settings.service.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { TaskDetails } from '../tasks/task-detail.service.js';
import { TopicEntity } from '../topics/topic.entity.js';
import { TopicDetails } from '../topics/topic-detail.service.js';
import { TopicSummaries } from '../topics/topic-summaries.js';
import { TopicsRepository } from '../topics/topics.repository.js';
import type { PlainPage } from './layout.js';
import { promisePage } from './promise-page.js';
import { missingPage, type RegionPromises, regionPage, startPage } from './region-page.js';
import { topicPage } from './topic-page.js';

/** A page, or the path where it is. */
export type Found = { readonly page: PlainPage; readonly brand: string } | { readonly movedTo: string };

/** So many promises stand on the page of a region; the ledger in the app has all of them. */
const PROMISES = 20;
const NOTHING: Found = { page: missingPage, brand: DEFAULT_SETTINGS.brandName };

/** The pages that need no app. They show what a visitor who has not signed in sees, whoever asks. */
@Injectable()
export class PlainPages {
  constructor(
    private readonly topics: TopicDetails,
    private readonly tasks: TaskDetails,
    private readonly ledger: Ledger,
    private readonly settings: Settings,
    private readonly regions: RegionDirectory,
    private readonly lists: TopicsRepository,
    private readonly summaries: TopicSummaries,
  ) {}

  async topic(asked: RequestContext, typed: string): Promise<Found> {
    const ctx = visitor(asked);
    const code = readPublicCode(typed);
    const row = code && (await ctx.db.findOne(TopicEntity, { select: { id: true }, where: { code } }));
    if (!row) return NOTHING;
    return orNothing(async () => {
      const topic = await this.topics.get(ctx, row.id);
      const { brandName } = await this.settings.of(ctx.db, topic.township);
      const promises = await this.ledger.aboutTopic(ctx, topic.id);
      const outcomes = await openOutcomes(
        ctx.db,
        topic.outcomes.map(({ id }) => id),
      );
      return { page: topicPage(topic, promises, outcomes), brand: brandName };
    });
  }

  /** A part has its page within its promise's. */
  async promise(asked: RequestContext, typed: string): Promise<Found> {
    const ctx = visitor(asked);
    const code = readPublicCode(typed);
    const row = code && (await ctx.db.findOneBy(TaskEntity, { code }));
    const whole = row && (row.parentId === null ? row : await ctx.db.findOneBy(TaskEntity, { id: row.parentId }));
    const entry = whole && (await this.ledger.entry(ctx, whole.id));
    if (!entry) return NOTHING;
    if (entry.code !== code) return { movedTo: plainPath('promise', entry.code) };
    return orNothing(async () => {
      const task = await this.tasks.get(ctx, entry.id);
      const { brandName, thresholds } = await this.settings.of(ctx.db, entry.township);
      const { minimumRatings } = thresholds;
      const [outcome] = await openOutcomes(ctx.db, [task.outcomeId]);
      return { page: promisePage(entry, task, outcome, { now: ctx.now, minimumRatings }), brand: brandName };
    });
  }

  /** Where a code leads that was typed or scanned without saying of what. */
  async byCode(asked: RequestContext, typed: string): Promise<Found> {
    const code = readPublicCode(typed);
    if (code === null) return NOTHING;
    if (!isNothing(await this.topic(asked, code))) return { movedTo: plainPath('topic', code) };
    return isNothing(await this.promise(asked, code)) ? NOTHING : { movedTo: plainPath('promise', code) };
  }

  async start(): Promise<Found> {
    const counties = await this.counties();
    const within = counties.map(({ children, ...county }) => ({ county, townships: children }));
    return { page: startPage(within), brand: DEFAULT_SETTINGS.brandName };
  }

  /** @param after the last topic of the page before */
  async region(asked: RequestContext, code: string, after: string | undefined): Promise<Found> {
    const ctx = visitor(asked);
    const level = regionLevel(code);
    if ((level !== 'county' && level !== 'township') || (after !== undefined && !ID_PATTERN.test(after)))
      return NOTHING;
    return orNothing(async () => {
      const region = await this.regions.get(code);
      const { brandName: brand } = await this.settings.of(ctx.db, code);
      if (level === 'county') {
        const below = (await this.counties()).find((county) => county.code === code)?.children ?? [];
        const promises = await this.promises(ctx, code);
        return { page: regionPage(region, below, [], promises, { after: undefined, nextAfter: null }), brand };
      }
      const limit = PAGE_LIMIT_MAX;
      const rows = await this.lists.list(ctx.db, { region: code, publicOnly: true, after, limit: limit + 1 });
      const { items, nextAfter } = toPage(rows, limit, ({ id }) => id);
      const promises = after === undefined ? await this.promises(ctx, code) : null;
      return { page: regionPage(region, [], await this.summaries.of(items), promises, { after, nextAfter }), brand };
    });
  }

  private async promises(ctx: RequestContext, region: string): Promise<RegionPromises> {
    const { items } = await this.ledger.list(ctx, { region, limit: PROMISES });
    return { counts: await this.ledger.counts(ctx, { region }), entries: items };
  }

  /** The paths that a search engine begins at: from them links lead to everything. */
  async beginnings(): Promise<string[]> {
    const counties = await this.counties();
    const townships = counties.flatMap(({ children }) => children);
    return ['/t', ...[...counties, ...townships].map(({ code }) => plainPath('region', code))];
  }

  private async counties() {
    return (await this.regions.tree()).flatMap((root) => (root.level === 'county' ? [root] : root.children));
  }
}

const isNothing = (found: Found) => 'page' in found && found.page === missingPage;

/** As somebody who has not signed in, whatever the request brought along. */
const visitor = (ctx: RequestContext): RequestContext => ({ ...ctx, actor: null });

async function orNothing(find: () => Promise<Found>): Promise<Found> {
  try {
    return await find();
  } catch (error) {
    // Unknown and not public are the same answer.
    if (error instanceof CodedError && error.status === 404) return NOTHING;
    throw error;
  }
}
