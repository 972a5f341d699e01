import { type MoveResult, stateLabel } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import { BY_SYSTEM } from '../moves/mover.js';
import { Cosigns } from './cosigns.service.js';
import { TopicEntity } from './topic.entity.js';
import { TopicAccess } from './topic-access.js';
import { TopicMoves } from './topic-moves.js';
import type { TopicMergeDto } from './topics.dto.js';

/** 并案 and its undoing. */
@Injectable()
export class TopicMerging {
  constructor(
    private readonly access: TopicAccess,
    private readonly moves: TopicMoves,
    private readonly cosigns: Cosigns,
  ) {}

  /**
   * 并案: joins another open topic of the township. Raiser and co-signers stay attached to their own topic
   * and count for both, so that undoing it loses nobody.
   * @throws TOPIC.MERGE_TARGET, TOPIC.MERGE_CHAIN
   */
  async merge(ctx: RequestContext, id: string, { into, reason }: TopicMergeDto): Promise<MoveResult> {
    // Both held, lower id first, so that of two topics merged into each other at once only one is.
    for (const held of [id, into].sort()) await lockRow(ctx.db, 'topics', held);
    const { topic, held } = await this.access.get(ctx, id);
    const target = await this.mergeTarget(ctx, topic, into);
    if ((await ctx.db.countBy(TopicEntity, { mergedInto: id })) > 0) throw new CodedError('TOPIC.MERGE_CHAIN');
    await this.moves.move(ctx, topic, 'merge', held, {
      reason,
      patch: { mergedInto: target.id },
      data: { into: target.id },
      alsoTopicIds: [target.id],
    });
    await this.cosigns.recount(ctx.db, target.id);
    return { id, state: topic.state };
  }

  async unmerge(ctx: RequestContext, id: string, reason?: string): Promise<MoveResult> {
    const { topic, held } = await this.access.get(ctx, id);
    const from = topic.mergedInto;
    await this.moves.move(ctx, topic, 'unmerge', held, {
      reason,
      patch: { mergedInto: null },
      data: { from },
      alsoTopicIds: from === null ? [] : [from],
    });
    if (from !== null) await this.cosigns.recount(ctx.db, from);
    return { id, state: topic.state };
  }

  /** Gives those that were merged into a topic that is given up back to their convener, so that none is lost with it. */
  async release(ctx: RequestContext, target: TopicEntity): Promise<void> {
    const merged = await ctx.db.find(TopicEntity, { where: { mergedInto: target.id }, order: { id: 'ASC' } });
    for (const topic of merged) {
      await this.moves.move(ctx, topic, 'unmerge', BY_SYSTEM, {
        reason: `并入的议题${stateLabel('topic', target.state)}，退回议题库`,
        patch: { mergedInto: null },
        data: { from: target.id },
        alsoTopicIds: [target.id],
      });
    }
    if (merged.length > 0) await this.cosigns.recount(ctx.db, target.id);
  }

  private async mergeTarget(ctx: RequestContext, topic: TopicEntity, into: string): Promise<TopicEntity> {
    const target = await ctx.db.findOneBy(TopicEntity, { id: into, township: topic.township, isPublic: true });
    const open = target !== null && target.id !== topic.id && target.mergedInto === null;
    if (!open || ['closed', 'withdrawn', 'suspended'].includes(target.state)) {
      throw new CodedError('TOPIC.MERGE_TARGET');
    }
    return target;
  }
}
