import { holds, isShown, OPINION_LIMITS, type StatementSubmitted, takesVotes } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { ContentChecks } from '../moderation/content-checks.service.js';
import type { OpinionStatementDto } from './opinion.dto.js';
import { OpinionStatementEntity } from './opinion.entity.js';
import { RoundAccess } from './round-access.js';
import { textKeyOf } from './round-starting.service.js';

/** What people add to a round in their own words: nobody votes on it before it has been checked. */
@Injectable()
export class OpinionStatements {
  constructor(
    private readonly access: RoundAccess,
    private readonly checks: ContentChecks,
    private readonly words: BlockedWords,
  ) {}

  /**
   * Words that stand there already are answered with that statement.
   * @throws ITEM.NOT_FOUND, REGION.OUTSIDE, OPINION.NOT_OPEN, CONTENT.BLOCKED_WORD, OPINION.TOO_MANY_STATEMENTS,
   *   OPINION.FULL
   */
  async submit(ctx: RequestContext, id: string, { text }: OpinionStatementDto): Promise<StatementSubmitted> {
    // Numbers are given, and statements counted, by one at a time.
    const { round, held } = await this.access.lock(ctx, id);
    if (!holds('opinion.submit', held)) throw new CodedError('REGION.OUTSIDE');
    if (!takesVotes(round, ctx.now)) throw new CodedError('OPINION.NOT_OPEN');
    await this.words.refuse(ctx, round.township, [text]);
    const textKey = textKeyOf(text);
    const known = await ctx.db.findOneBy(OpinionStatementEntity, { roundId: id, textKey });
    if (known !== null) return submitted(known, true);
    const no = await this.nextNo(ctx, id);
    const statement: OpinionStatementEntity = {
      id: newId(ctx.now),
      roundId: id,
      no,
      text,
      textKey,
      authorId: actorOf(ctx).id,
      seed: false,
      content: 'pending',
      priority: null,
      createdAt: ctx.now,
    };
    await ctx.db.insert(OpinionStatementEntity, statement);
    await this.checks.ask(ctx, {
      kind: 'opinion_statement',
      ownerId: statement.id,
      county: round.county,
      township: round.township,
      authorId: statement.authorId,
      title: round.title,
      text,
      page: { kind: 'round', id },
    });
    return submitted(statement, false);
  }

  private async nextNo(ctx: RequestContext, roundId: string): Promise<number> {
    const [row]: { own: number | null; last: number }[] = await ctx.db.query(
      `SELECT MAX(no) AS last, SUM(CASE WHEN author_id = ? AND seed = 0 THEN 1 ELSE 0 END) AS own
       FROM opinion_statements WHERE round_id = ?`,
      [actorOf(ctx).id, roundId],
    );
    const { statementsPerPerson, statementsMax } = OPINION_LIMITS;
    if (Number(row?.own ?? 0) >= statementsPerPerson) {
      throw new CodedError('OPINION.TOO_MANY_STATEMENTS', { max: statementsPerPerson });
    }
    const last = Number(row?.last ?? 0);
    if (last >= statementsMax) throw new CodedError('OPINION.FULL', { max: statementsMax });
    return last + 1;
  }
}

function submitted({ id, no, text, content }: OpinionStatementEntity, known: boolean): StatementSubmitted {
  return { id, content, known, statement: isShown(content) ? { id, no, text } : null };
}
