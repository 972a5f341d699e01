import {
  ALL_TIME,
  type Bulletin,
  type BulletinOpening,
  bulletinSections,
  bulletinTitle,
  type Figures,
  rolesIn,
  type TaskSummary,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { isDuplicate } from '../database/database.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import type { Paper } from '../papers/paper.js';
import { BulletinEntity } from './bulletin.entity.js';
import { bulletinPaper } from './bulletin-paper.js';
import { bulletinTables } from './bulletin-tables.js';
import type { BulletinPlaceDto } from './bulletins.dto.js';
import { FigureLists } from './figure-lists.service.js';
import { FigureScopes, type Scope } from './figure-scope.js';
import { FiguresService } from './figures.service.js';

/** As many as one page of a list holds. */
const PAGE = 50;

interface Draft {
  readonly bulletin: Bulletin;
  readonly month: Figures;
  readonly year: Figures;
}

/** 通报 and 统计表 of a county and month, for its office alone: drafted anew from the figures whenever they are opened. */
@Injectable()
export class Bulletins {
  constructor(
    private readonly figures: FiguresService,
    private readonly lists: FigureLists,
    private readonly scopes: FigureScopes,
    private readonly words: BlockedWords,
  ) {}

  /** @throws REGION.NOT_FOUND, REGION.OUTSIDE */
  async get(ctx: RequestContext, place: BulletinPlaceDto): Promise<Bulletin> {
    return (await this.draft(ctx, place)).bulletin;
  }

  /** Keeps what stands before the drafted part. @throws REGION.OUTSIDE, BULLETIN.STALE, CONTENT.BLOCKED_WORD */
  async write(
    ctx: RequestContext,
    { county, month }: BulletinPlaceDto,
    { opening, revision }: BulletinOpening,
  ): Promise<BulletinOpening> {
    this.refuseOthers(ctx, county);
    await this.words.refuse(ctx, county, [opening]);
    const next = { opening, revision: revision + 1, updatedAt: ctx.now };
    if (revision > 0) {
      const { affected } = await ctx.db.update(BulletinEntity, { county, month, revision }, next);
      if (affected !== 1) throw new CodedError('BULLETIN.STALE');
    } else {
      await ctx.db.insert(BulletinEntity, { county, month, ...next }).catch((error: unknown) => {
        throw isDuplicate(error) ? new CodedError('BULLETIN.STALE') : error;
      });
    }
    return { opening, revision: next.revision };
  }

  /** .docx */
  async paper(ctx: RequestContext, place: BulletinPlaceDto): Promise<Paper> {
    const { bulletin, month } = await this.draft(ctx, place);
    return bulletinPaper(bulletin, month.at);
  }

  /** .xlsx */
  async tables(ctx: RequestContext, place: BulletinPlaceDto): Promise<Paper> {
    return bulletinTables(await this.draft(ctx, place));
  }

  private async draft(ctx: RequestContext, { county, month }: BulletinPlaceDto): Promise<Draft> {
    this.refuseOthers(ctx, county);
    const inside = await this.scopes.inside(ctx, { region: county, period: month });
    // The paper is passed on: it counts everything, and names what everyone may open.
    const scope: Scope = { ...inside, reading: 'sums' };
    const [ofMonth, ofYear, overdue, written] = await Promise.all([
      this.figures.of(ctx, scope),
      this.figures.of(ctx, { ...scope, period: month.slice(0, 4) }),
      this.overdue(ctx, { ...scope, period: ALL_TIME, reading: 'open' }),
      ctx.db.findOneBy(BulletinEntity, { county, month }),
    ]);
    const countyName = scope.region.name;
    const bulletin: Bulletin = {
      county,
      countyName,
      month,
      title: bulletinTitle(countyName, month),
      opening: written?.opening ?? '',
      revision: written?.revision ?? 0,
      sections: bulletinSections({ month: ofMonth, year: ofYear, overdue }),
    };
    return { bulletin, month: ofMonth, year: ofYear };
  }

  /** Promises past their date, whenever they were made, by township and date. */
  private async overdue(ctx: RequestContext, scope: Scope): Promise<TaskSummary[]> {
    const found: TaskSummary[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await this.lists.promises(ctx, scope, {
        region: scope.region.code,
        overdue: true,
        limit: PAGE,
        ...(after && { after }),
      });
      found.push(...page.items);
      after = found.length < OVERDUE_MOST ? page.nextAfter : null;
    }
    return found.sort((a, b) => a.township.localeCompare(b.township) || a.dueAt - b.dueAt || a.id.localeCompare(b.id));
  }

  private refuseOthers(ctx: RequestContext, county: string): void {
    if (!rolesIn(actorOf(ctx).grants, county).has('county_office')) throw new CodedError('REGION.OUTSIDE');
  }
}

/** A paper with more of them than this would not be read. */
const OVERDUE_MOST = 1_000;
