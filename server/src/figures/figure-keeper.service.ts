import { chinaDate, chinaMoment, DAY_MS, MINUTE_MS } from '@consult/shared';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type Completion, JobHandlers } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.service.js';
import { Schedules } from '../jobs/schedules.js';
import { RegionEntity } from '../regions/region.entity.js';
import { FigureStore } from './figure-store.js';
import { countedCounties, RECONCILE_JOB, reconcileJobs } from './reconcile-jobs.js';
import { restoreStays, topicsOffRecord } from './stays-on-record.js';

const FOLD_EVERY_MS = 5 * MINUTE_MS;
/** In China, when nobody is about. */
const NIGHT = '02:30';

/** Keeps the figures: folds changes into cells, and every night counts anew what they should be. */
@Injectable()
export class FigureKeeper implements OnModuleInit {
  private readonly logger = new Logger('figures');

  constructor(
    private readonly store: FigureStore,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly schedules: Schedules,
  ) {}

  onModuleInit(): void {
    this.handlers.register(RECONCILE_JOB, ({ region }, { createdAt }) =>
      typeof region === 'string' ? this.reconcile(region) : this.reconcileAll(createdAt),
    );
    this.schedules.register({
      name: 'fold-figures',
      next: (after) => after + FOLD_EVERY_MS,
      run: () => this.store.fold(),
    });
    this.schedules.register({
      name: 'reconcile-figures',
      next: (after) => nextNight(after),
      run: (dueAt) => this.reconcileAll(dueAt),
    });
  }

  /** Has every region counted, its townships before each county. */
  private async reconcileAll(now: number): Promise<Completion> {
    const regions = await this.database.read.find(RegionEntity, { order: { code: 'ASC' } });
    return (db) => this.jobs.add({ db, now }, ...countedCounties(regions).flatMap(reconcileJobs));
  }

  /**
   * Logs where the figures of a township or county are not what they should be, and adds what they are short of; wrong
   * stays of a township are mended with them.
   */
  private async reconcile(region: string): Promise<Completion> {
    const isCounty = region.length === COUNTY_DIGITS;
    const short = await (isCounty ? this.store.shortOfTownships(region) : this.store.shortOfTopics(region));
    if (short.length > 0) {
      const [first] = short;
      this.logger.warn(`${short.length} figures of ${region} were wrong, the first ${JSON.stringify(first)}`);
    }
    const shortYears = await this.store.shortOfYears(region);
    if (shortYears.length > 0)
      this.logger.warn(
        `${shortYears.length} figures of years of ${region} were wrong, the first ${JSON.stringify(shortYears[0])}`,
      );
    const offRecord = isCounty ? [] : await topicsOffRecord(this.database.read, region);
    if (offRecord.length > 0)
      this.logger.warn(`the stays of ${offRecord.length} topics of ${region} were wrong, the first ${offRecord[0]}`);
    // Written only if this job is still ours, so that what is short is never added twice.
    return async (db) => {
      await this.store.add(db, region, short);
      await this.store.addToYears(db, region, shortYears);
      await restoreStays(db, offRecord);
    };
  }
}

const COUNTY_DIGITS = 6;

/** The next 02:30 in China. */
function nextNight(after: number): number {
  const today = chinaMoment(chinaDate(after), NIGHT);
  return today > after ? today : today + DAY_MS;
}
