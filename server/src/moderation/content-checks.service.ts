import { createHash } from 'node:crypto';
import {
  allowedActions,
  type Capacity,
  type CheckedKind,
  type ContentKind,
  type ContentView,
  contentMachine,
  DAY_MS,
  type ItemKind,
  labelWords,
  TRACE_DAYS,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { Jobs } from '../jobs/jobs.service.js';
import { ContentMoves } from './content-moves.js';
import { ContentOwners } from './content-owners.js';
import { ContentCheckEntity } from './moderation.entity.js';
import { ReviewTodos } from './review-todos.js';

/** The kind of the job that asks WeChat. */
export const CHECK_JOB = 'content.check';

export interface NewContent {
  readonly kind: ContentKind;
  readonly ownerId: string;
  readonly county: string;
  readonly township: string;
  readonly authorId: string;
  readonly title: string;
  /** Empty for a photo. */
  readonly text: string;
  /** Where it stands. */
  readonly page: { readonly kind: ItemKind; readonly id: string } | null;
}

/** Asking for checks, and what those who read in their office say to them. */
@Injectable()
export class ContentChecks {
  constructor(
    private readonly moves: ContentMoves,
    private readonly owners: ContentOwners,
    private readonly todos: ReviewTodos,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Asks for the check of what was written, in the transaction that stores it; nobody else sees it until it passes.
   * What was asked for already in these same words is not asked for again.
   */
  async ask(ctx: RequestContext, content: NewContent & { readonly kind: CheckedKind }): Promise<void> {
    const known = await this.current(ctx.db, content.kind, content.ownerId);
    if (known?.hash === hashOf(content)) return;
    await this.supersede(ctx, content.kind, content.ownerId);
    const check = await this.insert(ctx, content);
    await this.owners.of(content.kind).show(ctx.db, content.ownerId, 'pending');
    await this.jobs.add(ctx, {
      kind: CHECK_JOB,
      payload: { checkId: check.id },
      dedupeKey: `${CHECK_JOB}:${check.id}`,
    });
  }

  /** What was changed before it is sent in again has not been checked; the same words keep what was said of them. */
  async changed(ctx: RequestContext, content: NewContent): Promise<void> {
    const known = await this.current(ctx.db, content.kind, content.ownerId);
    if (known === null || known.hash === hashOf(content)) return;
    await this.supersede(ctx, content.kind, content.ownerId);
    await this.owners.of(content.kind).show(ctx.db, content.ownerId, 'pending');
  }

  /** Ends the check of what was changed or taken back: an answer that still comes is let fall. */
  async supersede(ctx: RequestContext, kind: ContentKind, ownerId: string): Promise<void> {
    await this.supersedeAll(ctx, kind, [ownerId]);
  }

  /** The same of several. */
  async supersedeAll(ctx: RequestContext, kind: ContentKind, ownerIds: readonly string[]): Promise<void> {
    if (ownerIds.length === 0) return;
    const which = { kind, ownerId: In([...ownerIds]), supersededAt: IsNull() };
    const waiting = await ctx.db.findBy(ContentCheckEntity, { ...which, state: 'in_review' });
    await ctx.db.update(ContentCheckEntity, which, traceOf(ctx.now));
    for (const check of waiting) await this.todos.follow(ctx, check);
  }

  /**
   * Records that somebody read it in their office and let it pass (accepting a topic, recording it for another).
   * What the machine refused has to be let pass in the queue first.
   * @param skipRefused leaves what was refused as it is, e.g. one photo of several
   * @throws CONTENT.REFUSED
   */
  async passBy(
    ctx: RequestContext,
    content: NewContent,
    capacity: Capacity,
    { skipRefused = false }: { skipRefused?: boolean } = {},
  ): Promise<void> {
    const check = await this.current(ctx.db, content.kind, content.ownerId);
    if (check === null || check.hash !== hashOf(content)) {
      await this.supersede(ctx, content.kind, content.ownerId);
      await this.moves.move(ctx, await this.insert(ctx, content), 'approve', new Set([capacity]));
    } else if (check.state === 'pending' || check.state === 'in_review') {
      await this.moves.move(ctx, check, 'approve', new Set([capacity]));
    } else if (check.state !== 'passed' && !skipRefused) {
      throw new CodedError('CONTENT.REFUSED');
    }
  }

  /** What an office published has no check until somebody wants to take it down. */
  async published(ctx: RequestContext, content: NewContent): Promise<ContentCheckEntity> {
    const check = await this.current(ctx.db, content.kind, content.ownerId);
    return check ?? this.insert(ctx, content, 'passed');
  }

  current(db: EntityManager, kind: ContentKind, ownerId: string): Promise<ContentCheckEntity | null> {
    return db.findOneBy(ContentCheckEntity, { kind, ownerId, supersededAt: IsNull() });
  }

  private async insert(
    ctx: RequestContext,
    content: NewContent,
    state: 'pending' | 'passed' = 'pending',
  ): Promise<ContentCheckEntity> {
    const { kind, ownerId, county, township, authorId, title, text, page } = content;
    const check = Object.assign(new ContentCheckEntity(), {
      id: newId(ctx.now),
      kind,
      ownerId,
      county,
      township,
      authorId,
      title,
      text,
      hash: hashOf(content),
      state,
      label: null,
      traceIds: [],
      cause: null,
      reason: null,
      appeal: null,
      pageKind: page?.kind ?? null,
      pageId: page?.id ?? null,
      decidedBy: state === 'passed' ? actorOf(ctx).id : null,
      supersededAt: null,
      textUntil: null,
      createdAt: ctx.now,
      movedAt: ctx.now,
    } satisfies ContentCheckEntity);
    await ctx.db.insert(ContentCheckEntity, check);
    return check;
  }
}

function traceOf(now: number): { supersededAt: number; textUntil: number } {
  return { supersededAt: now, textUntil: now + TRACE_DAYS * DAY_MS };
}

/** How a check stands, as its author and those who handle it read it. */
export function contentView(check: ContentCheckEntity, held: ReadonlySet<Capacity>): ContentView {
  return {
    checkId: check.id,
    state: check.state,
    finding: labelWords(check.label),
    cause: check.cause,
    reason: check.reason,
    actions: allowedActions(contentMachine, check.state, held),
  };
}

/** A photo never changes; of anything else the words count. */
function hashOf({ kind, ownerId, title, text }: NewContent): string {
  const content = kind === 'photo' ? [ownerId] : [title, text];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
