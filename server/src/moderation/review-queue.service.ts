import {
  actionLabel,
  type CheckDetail,
  type CheckView,
  type ContentAction,
  capacityLabel,
  contentMachine,
  type ModerationCount,
  type MoveResult,
  OFFICE_KINDS,
  type Page,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AttachmentEntity } from '../attachments/attachment.entity.js';
import { AttachmentReader } from '../attachments/attachment-reader.js';
import type { RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { toPage } from '../common/paging/page.js';
import { hydrate } from '../database/hydrate.js';
import { PeopleRepository } from '../people/people.repository.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { regionFilter } from '../regions/region-filter.js';
import { contentView } from './content-checks.service.js';
import { ContentMoves } from './content-moves.js';
import type { CheckQueryDto } from './moderation.dto.js';
import { ContentCheckEntity, ModerationEventEntity } from './moderation.entity.js';
import { heldTowards, pageById, requireReviewer, reviews } from './reviewer.js';

/** What people decide about content: the queue of what no machine decided, and what was refused or taken down. */
@Injectable()
export class ReviewQueue {
  constructor(
    private readonly moves: ContentMoves,
    private readonly photos: AttachmentReader,
    private readonly people: PeopleRepository,
    private readonly regions: RegionDirectory,
  ) {}

  /** @throws REGION.OUTSIDE */
  async list(ctx: RequestContext, { region, state, after, limit }: CheckQueryDto): Promise<Page<CheckView>> {
    requireReviewer(ctx, region);
    const within = regionFilter('c', region);
    const page = pageById('c', after, state === 'in_review');
    const rows: Record<string, unknown>[] = await ctx.db.query(
      `SELECT c.* FROM content_checks c WHERE ${within.sql} AND c.state = ? AND c.superseded_at IS NULL ${page.sql}
       ${page.order} LIMIT ?`,
      [within.param, state, ...page.params, limit + 1],
    );
    const { items, nextAfter } = toPage(rows, limit, (row) => String(row.id));
    const checks = items.map((row) => hydrate(ctx.db, ContentCheckEntity, row));
    return { items: await this.views(ctx, checks), nextAfter };
  }

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<CheckDetail> {
    const { check } = await this.open(ctx, id);
    const [view] = await this.views(ctx, [check]);
    if (view === undefined) throw notFound();
    const events = await ctx.db.find(ModerationEventEntity, {
      where: { subject: 'content', subjectId: id },
      order: { id: 'ASC' },
    });
    const name = await this.people.names(
      ctx.db,
      events.flatMap(({ actorId }) => actorId ?? []),
    );
    const history = events.map(({ id, action, capacity, actorId, reason, at }) => ({
      id,
      action: action as ContentAction,
      label: actionLabel(contentMachine, action as ContentAction),
      by: actorId === null ? capacityLabel(capacity) : `${capacityLabel(capacity)} ${name(actorId)}`,
      reason,
      at,
    }));
    return { ...view, history };
  }

  /** @throws ITEM.NOT_FOUND, and what ContentMoves.move throws */
  async decide(
    ctx: RequestContext,
    id: string,
    action: 'approve' | 'reject' | 'override',
    reason?: string,
  ): Promise<MoveResult> {
    const { check, held } = await this.open(ctx, id);
    return { id, state: await this.moves.move(ctx, check, action, held, { reason }) };
  }

  /** The author does not agree with the refusal: somebody will look. @throws ITEM.NOT_FOUND unless it is their own */
  async appeal(ctx: RequestContext, id: string, reason: string): Promise<MoveResult> {
    const check = await ctx.db.findOneBy(ContentCheckEntity, { id });
    const held = check && heldTowards(ctx, check);
    if (!check || !held?.has('raiser')) throw notFound();
    return { id, state: await this.moves.move(ctx, check, 'appeal', held, { reason, cause: 'appeal' }) };
  }

  /** How much waits for a person in a region. @throws REGION.OUTSIDE */
  async count(ctx: RequestContext, region: string): Promise<ModerationCount> {
    requireReviewer(ctx, region);
    const count = async (table: string, condition: string) => {
      const within = regionFilter('x', region);
      const [row]: { n: number }[] = await ctx.db.query(
        `SELECT COUNT(*) AS n FROM ${table} x WHERE ${within.sql} AND ${condition}`,
        [within.param],
      );
      return Number(row?.n ?? 0);
    };
    const [checks, reports, feedback] = await Promise.all([
      count('content_checks', "x.state = 'in_review' AND x.superseded_at IS NULL"),
      count('reports', "x.state = 'open'"),
      count('feedback', 'x.is_open = 1'),
    ]);
    return { checks, reports, feedback };
  }

  private async open(ctx: RequestContext, id: string) {
    const check = await ctx.db.findOneBy(ContentCheckEntity, { id });
    const held = check && heldTowards(ctx, check);
    if (!check || !held || !reviews(held)) throw notFound();
    return { check, held };
  }

  private async views(ctx: RequestContext, checks: readonly ContentCheckEntity[]): Promise<CheckView[]> {
    const photoIds = checks.flatMap(({ kind, ownerId }) => (kind === 'photo' ? ownerId : []));
    const [name, region, photos] = await Promise.all([
      this.people.names(
        ctx.db,
        checks.map(({ authorId }) => authorId),
      ),
      this.regions.names(),
      photoIds.length === 0 ? [] : ctx.db.findBy(AttachmentEntity, { id: In(photoIds) }),
    ]);
    return checks.map((check) => {
      const { id, kind, ownerId, pageKind, pageId, title, text, authorId, appeal, township, createdAt, movedAt } =
        check;
      const photo = photos.find((row) => kind === 'photo' && row.id === ownerId);
      return {
        ...contentView(check, heldTowards(ctx, check)),
        checkId: id,
        kind,
        ownerId,
        page: pageKind === null || pageId === null ? null : { kind: pageKind, id: pageId },
        title,
        text,
        photo: photo === undefined ? null : this.photos.view(photo, true),
        authorName: (OFFICE_KINDS as readonly string[]).includes(kind) ? '工作人员' : name(authorId),
        appeal,
        townshipName: region(township),
        createdAt,
        movedAt,
      };
    });
  }
}
