import {
  drawNext,
  holds,
  isShown,
  type MyAnswer,
  type NextStatement,
  type Page,
  takesVotes,
  VOTE_NUMBERS,
  voteOf,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { newIdAfter } from '../common/ids.js';
import type { PageQueryDto } from '../common/paging/page.dto.js';
import { toPage } from '../common/paging/page.js';
import { Chance } from './chance.js';
import { MapRequests } from './map-requests.js';
import type { OpinionVoteDto } from './opinion.dto.js';
import { OpinionStatementEntity, OpinionVoteEntity } from './opinion.entity.js';
import { OpinionVoters } from './opinion-voters.js';
import { RoundAccess, type RoundInView } from './round-access.js';
import { RoundsRepository } from './rounds.repository.js';

/** One statement after another, and what somebody says to each. */
@Injectable()
export class OpinionVoting {
  constructor(
    private readonly access: RoundAccess,
    private readonly voters: OpinionVoters,
    private readonly rounds: RoundsRepository,
    private readonly maps: MapRequests,
    private readonly chance: Chance,
  ) {}

  /**
   * What to answer next; a visitor may look, and is asked who they are once they answer.
   * @param except statements that are not drawn, as they are on the phone already
   * @throws ITEM.NOT_FOUND, REGION.OUTSIDE, OPINION.NOT_OPEN
   */
  async next(ctx: RequestContext, id: string, except: readonly string[]): Promise<NextStatement> {
    const view = await this.access.get(ctx, id);
    if (ctx.actor !== null) votable(ctx, view);
    else open(ctx, view);
    const voter = await this.voters.find(ctx, id);
    return this.nextOf(ctx, id, voter?.id ?? null, except);
  }

  /**
   * Adds a vote; the latest counts, the same again is none. Answers what comes next.
   * @throws ITEM.NOT_FOUND, REGION.OUTSIDE, OPINION.NOT_OPEN, OPINION.STATEMENT_GONE
   */
  async vote(ctx: RequestContext, id: string, { statementId, vote }: OpinionVoteDto): Promise<NextStatement> {
    const view = await this.access.get(ctx, id);
    votable(ctx, view);
    const statement = await ctx.db.findOneBy(OpinionStatementEntity, { id: statementId, roundId: id });
    if (statement === null) throw notFound();
    if (!isShown(statement.content)) throw new CodedError('OPINION.STATEMENT_GONE');
    const voter = await this.voters.of(ctx, view);
    const number = VOTE_NUMBERS[vote];
    const [latest]: { id: string; vote: number }[] = await ctx.db.query(
      'SELECT id, vote FROM opinion_votes WHERE voter_id = ? AND statement_id = ? ORDER BY id DESC LIMIT 1',
      [voter.id, statementId],
    );
    if (latest === undefined || Number(latest.vote) !== number) {
      const after = newIdAfter(latest?.id, ctx.now);
      const row = { id: after, roundId: id, voterId: voter.id, statementId, vote: number, at: ctx.now };
      await ctx.db.insert(OpinionVoteEntity, row);
      await this.maps.ask(ctx, id);
    }
    return this.nextOf(ctx, id, voter.id);
  }

  /** What I answered, in the order of the statements. @throws ITEM.NOT_FOUND */
  async mine(ctx: RequestContext, id: string, { after, limit }: PageQueryDto): Promise<Page<MyAnswer>> {
    await this.access.get(ctx, id);
    const voter = await this.voters.find(ctx, id);
    if (voter === null) return { items: [], nextAfter: null };
    const rows = await this.rounds.answers(ctx.db, id, voter.id, afterNo(after), limit + 1);
    const { items, nextAfter } = toPage(rows, limit, ({ no }) => String(no));
    return {
      items: items.map(({ vote, at, ...statement }) => ({ ...statement, vote: voteOf(Number(vote)), at: Number(at) })),
      nextAfter,
    };
  }

  private async nextOf(
    ctx: RequestContext,
    roundId: string,
    voterId: string | null,
    except: readonly string[] = [],
  ): Promise<NextStatement> {
    const all = await this.rounds.toAnswer(ctx.db, roundId, voterId);
    const left = all.filter(({ answered }) => !Number(answered));
    const drawn = drawNext(
      left.filter(({ id }) => !except.includes(id)),
      this.chance.next(),
    );
    const progress = { answered: all.length - left.length, total: all.length };
    if (drawn === null) return { statement: null, progress };
    const { id, no, text } = await ctx.db.findOneByOrFail(OpinionStatementEntity, { id: drawn.id });
    return { statement: { id, no, text }, progress };
  }
}

/** @throws REGION.OUTSIDE, OPINION.NOT_OPEN */
function votable(ctx: RequestContext, view: RoundInView): void {
  if (!holds('opinion.vote', view.held)) throw new CodedError('REGION.OUTSIDE');
  open(ctx, view);
}

/** @throws OPINION.NOT_OPEN */
function open(ctx: RequestContext, { round }: RoundInView): void {
  if (!takesVotes(round, ctx.now)) throw new CodedError('OPINION.NOT_OPEN');
}

function afterNo(after: string | undefined): number {
  if (after === undefined) return 0;
  if (!/^\d{1,6}$/.test(after)) {
    throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'after', message: '翻页参数有误' }] });
  }
  return Number(after);
}
