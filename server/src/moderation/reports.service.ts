import {
  allowedActions,
  type Created,
  findTransition,
  type MoveResult,
  type MyReportView,
  type Page,
  type ReportAction,
  type ReportView,
  reportMachine,
  truncate,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import type { PageQueryDto } from '../common/paging/page.dto.js';
import { toPage } from '../common/paging/page.js';
import { hydrate } from '../database/hydrate.js';
import { lockRow } from '../database/lock-row.js';
import { PeopleRepository } from '../people/people.repository.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { regionFilter } from '../regions/region-filter.js';
import { ContentChecks } from './content-checks.service.js';
import type { ReportInputDto, ReportQueryDto } from './moderation.dto.js';
import { ReportEntity } from './moderation.entity.js';
import { ModerationLog } from './moderation-log.js';
import { PublicItems } from './public-items.service.js';
import { heldTowards, pageById, requireReviewer, reviews } from './reviewer.js';

const TITLE_MAX = 80;

/** 举报: anyone signed in, once for each thing; whoever handles it answers, and the reporter reads the answer. */
@Injectable()
export class Reports {
  constructor(
    private readonly items: PublicItems,
    private readonly checks: ContentChecks,
    private readonly log: ModerationLog,
    private readonly people: PeopleRepository,
    private readonly regions: RegionDirectory,
  ) {}

  /** @throws ITEM.NOT_FOUND, CONTENT.ALREADY_REPORTED */
  async make(ctx: RequestContext, { kind, itemId, category, note }: ReportInputDto): Promise<Created> {
    const { county, township, title, item } = await this.items.seen(ctx, kind, itemId);
    if (item === null) throw notFound();
    const reporterId = actorOf(ctx).id;
    // Held, so that of two taps at once the second finds the first.
    await lockRow(ctx.db, 'people', reporterId);
    if (await ctx.db.existsBy(ReportEntity, { kind, itemId, reporterId })) {
      throw new CodedError('CONTENT.ALREADY_REPORTED');
    }
    const id = newId(ctx.now);
    await ctx.db.insert(ReportEntity, {
      id,
      kind,
      itemId,
      pageKind: item.kind,
      pageId: item.row.id,
      title: truncate(title, TITLE_MAX),
      county,
      township,
      reporterId,
      category,
      note: note ?? null,
      state: reportMachine.initial,
      reply: null,
      createdAt: ctx.now,
      decidedAt: null,
    });
    return { id };
  }

  /** What the person asking reported, and what came of it; newest first. */
  async mine(ctx: RequestContext, { after, limit }: PageQueryDto): Promise<Page<MyReportView>> {
    const page = pageById('r', after, false);
    const rows: Record<string, unknown>[] = await ctx.db.query(
      `SELECT r.* FROM reports r WHERE r.reporter_id = ? ${page.sql} ${page.order} LIMIT ?`,
      [actorOf(ctx).id, ...page.params, limit + 1],
    );
    const { items, nextAfter } = toPage(rows, limit, (row) => String(row.id));
    return { items: items.map((row) => viewOf(hydrate(ctx.db, ReportEntity, row))), nextAfter };
  }

  /** Open ones oldest first, decided ones newest first. @throws REGION.OUTSIDE */
  async list(ctx: RequestContext, { region, open, after, limit }: ReportQueryDto): Promise<Page<ReportView>> {
    requireReviewer(ctx, region);
    const within = regionFilter('r', region);
    const page = pageById('r', after, open);
    const rows: Record<string, unknown>[] = await ctx.db.query(
      `SELECT r.*, (SELECT COUNT(*) FROM reports o WHERE o.kind = r.kind AND o.item_id = r.item_id AND o.id <> r.id
         AND o.state = 'open') AS others
       FROM reports r WHERE ${within.sql} AND r.state ${open ? '=' : '<>'} 'open' ${page.sql} ${page.order} LIMIT ?`,
      [within.param, ...page.params, limit + 1],
    );
    const { items, nextAfter } = toPage(rows, limit, (row) => String(row.id));
    const [name, townshipName] = await Promise.all([
      this.people.names(
        ctx.db,
        items.map((row) => String(row.reporter_id)),
      ),
      this.regions.names(),
    ]);
    const views = items.map((row): ReportView => {
      const report = hydrate(ctx.db, ReportEntity, row);
      return {
        ...viewOf(report),
        page: { kind: report.pageKind, id: report.pageId },
        reporterName: name(report.reporterId),
        townshipName: townshipName(report.township),
        others: Number(row.others),
        actions: allowedActions(reportMachine, report.state, heldTowards(ctx, report)),
      };
    });
    return { items: views, nextAfter };
  }

  /**
   * Decides all open reports of the same thing at once: each reporter reads the same answer.
   * @throws ITEM.NOT_FOUND, MOVE.NOT_POSSIBLE, and what taking it down throws
   */
  async decide(ctx: RequestContext, id: string, action: ReportAction, reason: string): Promise<MoveResult> {
    const report = await ctx.db.findOneBy(ReportEntity, { id });
    const held = report && heldTowards(ctx, report);
    if (!report || !held || !reviews(held)) throw notFound();
    const transition = findTransition(reportMachine, report.state, action);
    if (transition === undefined || transition.to === 'previous') {
      const { label } = reportMachine.states[report.state];
      throw new CodedError('MOVE.NOT_POSSIBLE', { state: label, stateCode: report.state, action: '再处理' });
    }
    const { kind, itemId } = report;
    const { to } = transition;
    const capacity = held.has('convener') ? 'convener' : 'county_office';
    for (const one of await ctx.db.findBy(ReportEntity, { kind, itemId, state: 'open' })) {
      const decided = { state: to, reply: reason, decidedAt: ctx.now };
      const { affected } = await ctx.db.update(ReportEntity, { id: one.id, state: 'open' }, decided);
      if (affected !== 1) continue;
      const from = 'open';
      await this.log.record(ctx, { subject: 'report', subjectId: one.id, action, from, to, capacity, reason });
    }
    const check = await this.checks.current(ctx.db, kind, itemId);
    if (action === 'take_down' && check?.state !== 'taken_down') await this.items.takeDown(ctx, kind, itemId, reason);
    return { id, state: to };
  }
}

function viewOf(report: ReportEntity): MyReportView {
  const { id, kind, itemId, title, category, note, state, reply, createdAt, decidedAt } = report;
  return { id, kind, itemId, title, category, note, state, reply, createdAt, decidedAt };
}
