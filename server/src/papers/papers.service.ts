import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { MinutesDetails } from '../minutes/minutes-detail.service.js';
import { OutcomeDetails } from '../outcomes/outcome-detail.service.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { Settings } from '../regions/settings.service.js';
import { SessionAttendance } from '../sessions/session-attendance.service.js';
import { attendancePaper } from './attendance-paper.js';
import { type Letterhead, minutesPaper } from './minutes-paper.js';
import { outcomePaper } from './outcome-paper.js';
import type { Paper } from './paper.js';
import { PaperPhotos } from './paper-photos.js';

const VERIFY_PAGE = '/packages/minutes/verify/index';

/** What an office files: the same that the page shows, to whom it shows it, laid out as an official paper. */
@Injectable()
export class Papers {
  constructor(
    private readonly minutes: MinutesDetails,
    private readonly outcomes: OutcomeDetails,
    private readonly attendance: SessionAttendance,
    private readonly photos: PaperPhotos,
    private readonly settings: Settings,
    private readonly regions: RegionDirectory,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws ITEM.NOT_FOUND */
  async ofMinutes(ctx: RequestContext, id: string): Promise<Paper> {
    const minutes = await this.minutes.get(ctx, id);
    const photos = await this.photos.of(minutes.photos);
    return minutesPaper(minutes, photos, await this.letterhead(ctx, minutes.township));
  }

  /** @throws ITEM.NOT_FOUND */
  async ofOutcome(ctx: RequestContext, id: string): Promise<Paper> {
    const outcome = await this.outcomes.get(ctx, id);
    const minutes = await this.minutes.get(ctx, outcome.minutesId);
    return outcomePaper(outcome, minutes, await this.letterhead(ctx, outcome.township));
  }

  /** 签到表, for who may read the list. @throws ITEM.NOT_FOUND, AUTH.FORBIDDEN */
  async ofAttendance(ctx: RequestContext, sessionId: string): Promise<Paper> {
    const { session, people } = await this.attendance.of(ctx, sessionId);
    return attendancePaper(session, people);
  }

  private async letterhead(ctx: RequestContext, township: string): Promise<Letterhead> {
    const [{ brandName, features }, name] = await Promise.all([
      this.settings.of(ctx.db, township),
      this.regions.names(),
    ]);
    const { publicUrl } = this.config;
    return {
      issuer: features.redHead ? `${name(township)}“${brandName}”` : null,
      verifyAddress: (code) => (publicUrl === null ? null : `${publicUrl}${VERIFY_PAGE}?code=${code}`),
    };
  }
}
