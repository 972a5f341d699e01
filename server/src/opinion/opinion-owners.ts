import { type ContentState, isShown, truncate } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { ContentOwners, type ContentPlace } from '../moderation/content-owners.js';
import { MapRequests } from './map-requests.js';
import { OpinionRoundEntity, OpinionStatementEntity } from './opinion.entity.js';
import { RoundAccess } from './round-access.js';
import { RoundMoves } from './round-moves.js';
import { aboutPublicSubject, RoundsRepository } from './rounds.repository.js';

const TITLE_MAX = 80;

/** What people write in a round, and rounds themselves, before those who watch over content. */
@Injectable()
export class OpinionOwners implements OnModuleInit {
  constructor(
    private readonly owners: ContentOwners,
    private readonly access: RoundAccess,
    private readonly moves: RoundMoves,
    private readonly rounds: RoundsRepository,
    private readonly maps: MapRequests,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.owners.register('opinion_statement', {
      show: (db, id, content) => this.showStatement(db, id, content),
      place: (db, id) => this.placeOfStatement(db, id),
      see: (ctx, id) => this.seeStatement(ctx, id),
    });
    this.owners.register('round', {
      show: async (db, id, content) => {
        await db.update(OpinionRoundEntity, { id }, { content });
      },
      place: (db, id) => this.placeOfRound(db, id),
      see: (ctx, id) => this.access.get(ctx, id),
    });
  }

  /** What is shown, or no longer, changes the map and what there is to answer. */
  private async showStatement(db: EntityManager, id: string, content: ContentState): Promise<void> {
    const statement = await db.findOneBy(OpinionStatementEntity, { id });
    if (statement === null) return;
    await db.update(OpinionStatementEntity, { id }, { content });
    if (!isShown(content) && !isShown(statement.content)) return;
    await this.rounds.recountStatements(db, statement.roundId);
    await this.maps.ask({ db, now: this.clock.now() }, statement.roundId);
  }

  private async placeOfStatement(db: EntityManager, id: string): Promise<ContentPlace | null> {
    const statement = await db.findOneBy(OpinionStatementEntity, { id });
    const place = statement && (await this.placeOfRound(db, statement.roundId));
    if (!statement || !place) return null;
    const { text, authorId } = statement;
    return { ...place, title: truncate(text, TITLE_MAX), authorId };
  }

  private async placeOfRound(db: EntityManager, id: string): Promise<ContentPlace | null> {
    const round = await db.findOneBy(OpinionRoundEntity, { id });
    if (round === null) return null;
    const [open]: unknown[] = await db.query(
      `SELECT r.id FROM opinion_rounds r WHERE r.id = ? AND r.opened_at IS NOT NULL AND ${aboutPublicSubject('r')}`,
      [id],
    );
    const { county, township, title, initiatorId: authorId } = round;
    const topicIds = await this.moves.topicIdsOf(db, round);
    const item = { kind: 'round' as const, row: round, topicIds };
    return { county, township, title, authorId, item, isPublic: open !== undefined };
  }

  private async seeStatement(ctx: RequestContext, id: string): Promise<void> {
    const statement = await ctx.db.findOneBy(OpinionStatementEntity, { id });
    if (statement === null) throw notFound();
    const { handles } = await this.access.get(ctx, statement.roundId);
    if (!handles && !isShown(statement.content)) throw notFound();
  }
}
