import { holds, type MoveResult, type Saved, stateLabel } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { followTopic } from '../figures/figure-log.js';
import { AgreedTasks } from '../minutes/agreed-tasks.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { BY_SYSTEM } from '../moves/mover.js';
import { TopicEntity } from '../topics/topic.entity.js';
import { TopicMoves } from '../topics/topic-moves.js';
import { TopicsRepository } from '../topics/topics.repository.js';
import { OutcomeEntity } from './outcome.entity.js';
import { OutcomeAccess } from './outcome-access.js';
import { OutcomeMoves } from './outcome-moves.js';
import type { OutcomeInputDto, OutcomeInstructDto, OutcomeSendDto } from './outcomes.dto.js';

/** An outcome from its draft to the 批示; handing it out makes tasks, and is done there. */
@Injectable()
export class OutcomeWriting {
  constructor(
    private readonly access: OutcomeAccess,
    private readonly moves: OutcomeMoves,
    private readonly agreed: AgreedTasks,
    private readonly topics: TopicsRepository,
    private readonly topicMoves: TopicMoves,
    private readonly words: BlockedWords,
  ) {}

  /**
   * Replaces the text of a draft, if it still is the one that was read.
   * @throws OUTCOME.NOT_EDITABLE, OUTCOME.STALE, MINUTES.UNKNOWN_DEPARTMENT, MINUTES.PAST_DUE_DATE
   */
  async write(ctx: RequestContext, id: string, input: OutcomeInputDto): Promise<Saved> {
    const { outcome, held } = await this.access.lock(ctx, id);
    const { state, township } = outcome;
    if (!holds('outcome.write', held)) throw new CodedError('AUTH.FORBIDDEN');
    if (state !== 'drafted') {
      throw new CodedError('OUTCOME.NOT_EDITABLE', { state: stateLabel('outcome', state), stateCode: state });
    }
    if (outcome.revision !== input.revision) throw new CodedError('OUTCOME.STALE', { revision: outcome.revision });
    await this.words.refuse(ctx, township, [
      input.summary,
      ...input.suggestions,
      ...(input.recipients ?? []),
      ...input.tasks.map(({ what }) => what),
    ]);
    const agreedTasks = await this.agreed.of(ctx, township, input.tasks);
    // A task is due at the end of its day, so today is not yet past.
    if (agreedTasks.some((task) => task.dueAt < ctx.now)) throw new CodedError('MINUTES.PAST_DUE_DATE');
    const { summary, suggestions, recipients = outcome.recipients } = input;
    const revision = outcome.revision + 1;
    await ctx.db.update(OutcomeEntity, { id }, { summary, suggestions, recipients, agreedTasks, revision });
    return { id, state, revision };
  }

  /** From now on everyone sees it and its topics are being carried out (落实). @throws OUTCOME.SUMMARY_MISSING */
  async publish(ctx: RequestContext, id: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const result = await this.moves.move(ctx, view, 'publish', { publishedAt: ctx.now });
    if (view.outcome.summary === '') throw new CodedError('OUTCOME.SUMMARY_MISSING');
    for (const topic of await this.topics.ofSession(ctx.db, view.outcome.sessionId)) {
      await this.resolve(ctx, topic, id);
    }
    return result;
  }

  /** 送交县政协 */
  async send(ctx: RequestContext, id: string, { documentNumber }: OutcomeSendDto): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    return this.moves.move(ctx, view, 'send', { documentNumber: documentNumber ?? null });
  }

  /** 登记批示: what was written stays inside. */
  async instruct(ctx: RequestContext, id: string, input: OutcomeInstructDto): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const { instructor, instruction } = input;
    return this.moves.move(ctx, view, 'instruct', { instructor, instruction });
  }

  private async resolve(ctx: RequestContext, topic: TopicEntity, outcomeId: string): Promise<void> {
    if (topic.state === 'deliberating') {
      await this.topicMoves.move(ctx, topic, 'resolve', BY_SYSTEM, { data: { outcomeId } });
    } else if (topic.state === 'suspended' && topic.heldFrom === 'deliberating') {
      // Its session is over, so once resumed it goes on behind it.
      await followTopic(ctx.db, topic.id, () =>
        ctx.db.update(TopicEntity, { id: topic.id, state: 'suspended' }, { heldFrom: 'resolving' }),
      );
    }
  }
}
