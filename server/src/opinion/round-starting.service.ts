import { createHash } from 'node:crypto';
import {
  type Capacity,
  type Created,
  holds,
  isReadyForRound,
  OPINION_LIMITS,
  type RoundEdit,
  roundMachine,
  roundStarter,
  roundTimeProblem,
  type Saved,
  stateLabel,
  statementKey,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { EventLog } from '../moves/event-log.js';
import { Mover } from '../moves/mover.js';
import type { RoundEditDto, RoundInputDto } from './opinion.dto.js';
import { OpinionRoundEntity, OpinionStatementEntity } from './opinion.entity.js';
import { RoundAccess, type SubjectInView } from './round-access.js';
import { RoundMoves } from './round-moves.js';

/** Starting a round, and changing it until it opens. */
@Injectable()
export class RoundStarting {
  constructor(
    private readonly access: RoundAccess,
    private readonly moves: RoundMoves,
    private readonly mover: Mover,
    private readonly events: EventLog,
    private readonly words: BlockedWords,
  ) {}

  /**
   * @throws REQUEST.INVALID without a topic or session or with both, ITEM.NOT_FOUND, REGION.OUTSIDE,
   *   OPINION.MEMBERS_ONLY_MICRO, OPINION.SUBJECT_NOT_READY, and what checkInput throws
   */
  async start(ctx: RequestContext, input: RoundInputDto): Promise<Created> {
    if ((input.topicId === undefined) === (input.sessionId === undefined)) {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'topicId', message: '请选择一件议题或一场协商' }] });
    }
    const about = await this.access.subjectOf(ctx, input);
    const capacity = starterOf(about);
    checkReady(about);
    await this.checkInput(ctx, about.township, input);
    const round: OpinionRoundEntity = Object.assign(new OpinionRoundEntity(), {
      id: newId(ctx.now),
      county: about.county,
      township: about.township,
      topicId: input.topicId ?? null,
      sessionId: input.sessionId ?? null,
      ...columnsOf(input),
      state: roundMachine.initial,
      openedAt: null,
      initiatorId: actorOf(ctx).id,
      people: 0,
      votes: 0,
      statements: input.seeds.length,
      revision: 0,
      content: 'passed',
      dueAt: null,
      createdAt: ctx.now,
      movedAt: ctx.now,
    } satisfies OpinionRoundEntity);
    const topicIds = await this.moves.topicIdsOf(ctx.db, round);
    round.dueAt = await this.mover.begin(ctx, {
      machine: roundMachine,
      item: round,
      title: round.title,
      topicIds,
      ownDueAt: round.opensAt,
      related: { initiator: round.initiatorId },
    });
    await ctx.db.insert(OpinionRoundEntity, round);
    await this.seed(ctx, round.id, input.seeds);
    await this.moves.turnAt(ctx, round.id, round.opensAt);
    await this.events.note(ctx, round, { kind: 'round', action: 'create', capacity, isPublic: false, topicIds });
    return { id: round.id };
  }

  /** Changes a draft, if it still is the one that was read. @throws OPINION.NOT_EDITABLE, OPINION.STALE */
  async edit(ctx: RequestContext, id: string, input: RoundEditDto): Promise<Saved> {
    const { round, held } = await this.access.lock(ctx, id);
    if (!holds('opinion.edit', held)) throw new CodedError('AUTH.FORBIDDEN');
    if (round.state !== 'draft') {
      const state = { state: stateLabel('round', round.state), stateCode: round.state };
      throw new CodedError('OPINION.NOT_EDITABLE', state);
    }
    if (round.revision !== input.revision) throw new CodedError('OPINION.STALE', { revision: round.revision });
    await this.checkInput(ctx, round.township, input);
    const revision = round.revision + 1;
    const columns = columnsOf(input);
    await ctx.db.update(
      OpinionRoundEntity,
      { id },
      { ...columns, statements: input.seeds.length, dueAt: input.opensAt, revision },
    );
    await ctx.db.delete(OpinionStatementEntity, { roundId: id });
    await this.seed(ctx, id, input.seeds);
    await this.moves.awaitAgain(ctx, Object.assign(round, columns));
    await this.moves.turnAt(ctx, id, input.opensAt);
    await this.events.note(ctx, round, {
      kind: 'round',
      action: 'edit',
      capacity: held.has('convener') ? 'convener' : 'initiator',
      isPublic: false,
      data: { revision },
      topicIds: await this.moves.topicIdsOf(ctx.db, round),
    });
    return { id, state: round.state, revision };
  }

  /** @throws OPINION.PAST_DATE, OPINION.TOO_FAR_AHEAD, OPINION.BAD_TIME, OPINION.SAME_SEEDS, CONTENT.BLOCKED_WORD */
  private async checkInput(
    ctx: RequestContext,
    township: string,
    { title, intro, seeds, opensAt, closesAt }: Omit<RoundEdit, 'revision'>,
  ): Promise<void> {
    await this.words.refuse(ctx, township, [title, intro, ...seeds]);
    const problem = roundTimeProblem({ opensAt, closesAt, now: ctx.now });
    if (problem !== null) {
      const days = problem === 'OPINION.BAD_TIME' ? OPINION_LIMITS.longestDays : OPINION_LIMITS.horizonDays;
      throw new CodedError(problem, { days, hours: OPINION_LIMITS.shortestHours });
    }
    if (new Set(seeds.map(textKeyOf)).size < seeds.length) throw new CodedError('OPINION.SAME_SEEDS');
  }

  /** What whoever starts a round writes themselves has passed by their starting it. */
  private async seed(ctx: RequestContext, roundId: string, seeds: readonly string[]): Promise<void> {
    const authorId = actorOf(ctx).id;
    await ctx.db.insert(
      OpinionStatementEntity,
      seeds.map((text, i) => ({
        id: newId(ctx.now),
        roundId,
        no: i + 1,
        text,
        textKey: textKeyOf(text),
        authorId,
        seed: true,
        content: 'passed' as const,
        priority: null,
        createdAt: ctx.now,
      })),
    );
  }
}

/** A digest of what of a text counts; of one that is marks alone, the marks. */
export function textKeyOf(text: string): string {
  return createHash('sha256')
    .update(statementKey(text) || text)
    .digest('hex');
}

/** @throws REGION.OUTSIDE, OPINION.MEMBERS_ONLY_MICRO */
function starterOf({ held, format }: SubjectInView): Capacity {
  const starter = roundStarter({ format }, held);
  if (starter !== null) return starter;
  throw new CodedError(held.has('member') ? 'OPINION.MEMBERS_ONLY_MICRO' : 'REGION.OUTSIDE');
}

/** @throws OPINION.SUBJECT_NOT_READY */
function checkReady({ subject, state }: SubjectInView): void {
  if (isReadyForRound({ kind: subject.kind, state })) return;
  throw new CodedError('OPINION.SUBJECT_NOT_READY', {
    title: subject.title,
    state: stateLabel(subject.kind, state),
    stateCode: state,
  });
}

function columnsOf({ title, intro, opensAt, closesAt }: Omit<RoundEdit, 'revision'>) {
  return { title, intro, opensAt, closesAt };
}
