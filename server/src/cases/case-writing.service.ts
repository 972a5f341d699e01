import {
  CASE_EDIT_STATES,
  CASE_LIMITS,
  CASE_PART_LABELS,
  type CaseAction,
  type Created,
  caseMachine,
  holds,
  type MoveResult,
  mayBecomeCase,
  missingParts,
  type Saved,
  stateLabel,
  truncate,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { AttachmentBinder } from '../attachments/attachment-binder.js';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { EventLog } from '../moves/event-log.js';
import { Mover } from '../moves/mover.js';
import { TopicAccess } from '../topics/topic-access.js';
import { CaseEntity } from './case.entity.js';
import { CaseAccess, type CaseInView } from './case-access.js';
import { CasePrefill } from './case-prefill.js';
import type { CaseInputDto } from './cases.dto.js';

/** A case from its first draft to the library and out of it. */
@Injectable()
export class CaseWriting {
  constructor(
    private readonly access: CaseAccess,
    private readonly topics: TopicAccess,
    private readonly prefill: CasePrefill,
    private readonly mover: Mover,
    private readonly events: EventLog,
    private readonly words: BlockedWords,
    private readonly photos: AttachmentBinder,
  ) {}

  /** Begins with what is known; a topic has one case at a time. @throws ITEM.NOT_FOUND, AUTH.FORBIDDEN, CASE.NOT_FINISHED, CASE.EXISTS */
  async begin(ctx: RequestContext, topicId: string): Promise<Created> {
    const { topic, held } = await this.topics.lock(ctx, topicId);
    if (!holds('case.write', held)) throw new CodedError('AUTH.FORBIDDEN');
    if (!mayBecomeCase(topic)) throw new CodedError('CASE.NOT_FINISHED');
    const others: unknown[] = await ctx.db.query(
      "SELECT c.id FROM cases c WHERE c.topic_id = ? AND c.state <> 'withdrawn' LIMIT 1",
      [topicId],
    );
    if (others.length > 0) throw new CodedError('CASE.EXISTS');
    const text = await this.prefill.of(ctx, topic);
    const item: CaseEntity = Object.assign(new CaseEntity(), {
      id: newId(ctx.now),
      topicId,
      county: topic.county,
      township: topic.township,
      category: topic.category,
      state: caseMachine.initial,
      title: truncate(topic.title, CASE_LIMITS.titleMax),
      ...text,
      turningPoints: [...text.turningPoints],
      writerId: actorOf(ctx).id,
      revision: 0,
      content: 'passed',
      featuredAt: null,
      dueAt: null,
      createdAt: ctx.now,
      movedAt: ctx.now,
    } satisfies CaseEntity);
    await ctx.db.insert(CaseEntity, item);
    const note = { kind: 'case', action: 'create', capacity: 'convener', isPublic: false } as const;
    await this.events.note(ctx, item, { ...note, topicIds: [topicId] });
    return { id: item.id };
  }

  /** Replaces the text, if it still is the one that was read. @throws AUTH.FORBIDDEN, CASE.NOT_EDITABLE, CASE.STALE, CONTENT.BLOCKED_WORD, ATTACHMENT.NOT_FOUND */
  async write(ctx: RequestContext, id: string, input: CaseInputDto): Promise<Saved> {
    const { item, held } = await this.access.lock(ctx, id);
    const { state, township } = item;
    if (!holds('case.write', held)) throw new CodedError('AUTH.FORBIDDEN');
    if (!CASE_EDIT_STATES.includes(state)) {
      throw new CodedError('CASE.NOT_EDITABLE', { state: stateLabel('case', state), stateCode: state });
    }
    if (item.revision !== input.revision) throw new CodedError('CASE.STALE', { revision: item.revision });
    const { photos, revision, ...text } = input;
    await this.words.refuse(ctx, township, Object.values(text).flat());
    await ctx.db.update(CaseEntity, { id }, { ...text, revision: revision + 1 });
    await this.photos.bind(ctx, 'case', id, photos);
    return { id, state, revision: revision + 1 };
  }

  /** @throws CASE.INCOMPLETE, and what Mover.move throws */
  async submit(ctx: RequestContext, id: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const missing = missingParts(view.item);
    const result = await this.move(ctx, view, 'submit');
    if (missing.length > 0) {
      throw new CodedError('CASE.INCOMPLETE', { parts: missing.map((part) => CASE_PART_LABELS[part]).join('、') });
    }
    return result;
  }

  async sendBack(ctx: RequestContext, id: string, reason: string | undefined): Promise<MoveResult> {
    return this.move(ctx, await this.access.lock(ctx, id), 'return', { reason });
  }

  /** From now on everyone sees it. */
  async feature(ctx: RequestContext, id: string): Promise<MoveResult> {
    return this.move(ctx, await this.access.lock(ctx, id), 'feature', { patch: { featuredAt: ctx.now } });
  }

  async withdraw(ctx: RequestContext, id: string, reason: string | undefined): Promise<MoveResult> {
    return this.move(ctx, await this.access.lock(ctx, id), 'withdraw', { reason });
  }

  private async move(
    ctx: RequestContext,
    { item, held }: CaseInView,
    action: CaseAction,
    { reason, patch }: { reason?: string | undefined; patch?: Partial<CaseEntity> } = {},
  ): Promise<MoveResult> {
    const state = await this.mover.move(ctx, {
      machine: caseMachine,
      item,
      action,
      held,
      title: item.title,
      topicIds: [item.topicId],
      reason,
      ...(patch && { patch }),
    });
    return { id: item.id, state };
  }
}
