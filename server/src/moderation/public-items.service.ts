import {
  type ContentKind,
  holds,
  isShown,
  type MoveResult,
  type PublicItemView,
  type PublicKind,
  truncate,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { EventLog } from '../moves/event-log.js';
import { ContentChecks } from './content-checks.service.js';
import { ContentMoves } from './content-moves.js';
import { ContentOwners, type ContentPlace } from './content-owners.js';
import type { ContentCheckEntity } from './moderation.entity.js';
import { ReportEntity } from './moderation.entity.js';
import { heldTowards, reviews } from './reviewer.js';

const TITLE_MAX = 80;

/** What everyone sees: reporting it, taking it down, and putting it back. Nothing of it is ever deleted. */
@Injectable()
export class PublicItems {
  constructor(
    private readonly owners: ContentOwners,
    private readonly checks: ContentChecks,
    private readonly moves: ContentMoves,
    private readonly events: EventLog,
  ) {}

  /** @throws ITEM.NOT_FOUND for somebody who may not see it */
  async view(ctx: RequestContext, kind: PublicKind, id: string): Promise<PublicItemView> {
    const place = await this.seen(ctx, kind, id);
    const held = heldTowards(ctx, place);
    const check = await this.checks.current(ctx.db, kind, id);
    const state = check?.state ?? 'passed';
    const report = await ctx.db.findOneBy(ReportEntity, { kind, itemId: id, reporterId: actorOf(ctx).id });
    return {
      state,
      reason: reviews(held) && state === 'taken_down' ? (check?.reason ?? null) : null,
      canReport: report === null && isShown(state) && place.isPublic,
      reported: report?.state ?? null,
      canTakeDown: holds('content.take_down', held) && isShown(state) && place.isPublic,
      canRestore: holds('content.restore', held) && state === 'taken_down',
    };
  }

  /** Where something is that the person asking may see. @throws ITEM.NOT_FOUND */
  async seen(ctx: RequestContext, kind: PublicKind, id: string): Promise<ContentPlace> {
    const owner = this.owners.of(kind);
    await owner.see?.(ctx, id);
    const place = await owner.place(ctx.db, id);
    if (place === null) throw notFound();
    return place;
  }

  /** @throws CONTENT.NOT_PUBLIC, and what ContentMoves.move throws */
  async takeDown(ctx: RequestContext, kind: PublicKind, id: string, reason: string): Promise<MoveResult> {
    const place = await this.handled(ctx, kind, id);
    const check = await this.checks.current(ctx.db, kind, id);
    if (check?.state !== 'taken_down' && !place.isPublic) throw new CodedError('CONTENT.NOT_PUBLIC');
    const { county, township, authorId, title, item } = place;
    const page = item && { kind: item.kind, id: item.row.id };
    const content = {
      kind,
      ownerId: id,
      county,
      township,
      authorId,
      title: truncate(title, TITLE_MAX),
      text: '',
      page,
    };
    return this.move(ctx, await this.checks.published(ctx, content), place, 'take_down', reason);
  }

  /** @throws what ContentMoves.move throws */
  async restore(ctx: RequestContext, kind: PublicKind, id: string, reason: string): Promise<MoveResult> {
    const place = await this.handled(ctx, kind, id);
    const check = await this.checks.current(ctx.db, kind, id);
    if (check === null) throw notFound();
    return this.move(ctx, check, place, 'restore', reason);
  }

  private async handled(ctx: RequestContext, kind: ContentKind, id: string): Promise<ContentPlace> {
    const place = await this.owners.of(kind).place(ctx.db, id);
    if (place === null || !reviews(heldTowards(ctx, place))) throw notFound();
    return place;
  }

  /** The timeline of the item keeps that it happened, without the reason. */
  private async move(
    ctx: RequestContext,
    check: ContentCheckEntity,
    place: ContentPlace,
    action: 'take_down' | 'restore',
    reason: string,
  ): Promise<MoveResult> {
    const held = heldTowards(ctx, place);
    const state = await this.moves.move(ctx, check, action, held, { reason });
    if (place.item !== null) {
      const { kind, row, topicIds } = place.item;
      const capacity = held.has('convener') ? 'convener' : 'county_office';
      const data = { kind: check.kind, ownerId: check.ownerId };
      await this.events.note(ctx, row, { kind, action, capacity, reason, isPublic: true, data, topicIds });
    }
    return { id: check.ownerId, state };
  }
}
