import { type Capacity, mayBeTold } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../common/ids.js';
import { Jobs } from '../jobs/jobs.service.js';
import { ModerationEventEntity } from './moderation.entity.js';

/** What the log needs of whoever writes: also the machine, which is no person and has no request. */
export interface LogContext {
  readonly db: EntityManager;
  readonly now: number;
  readonly actor: { readonly id: string } | null;
}

export interface ModerationEvent {
  readonly subject: ModerationEventEntity['subject'];
  readonly subjectId: string;
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
  readonly capacity: Capacity;
  readonly reason?: string | null | undefined;
  readonly data?: Record<string, unknown> | undefined;
}

/** The kind of job that tells the one person whom a decision concerns. */
export const TELL_MODERATION_JOB = 'tell_moderation';

/** Writes who decided what and why: rows are added and never changed. */
@Injectable()
export class ModerationLog {
  constructor(private readonly jobs: Jobs) {}

  async record(ctx: LogContext, event: ModerationEvent): Promise<void> {
    const { subject, subjectId, action, from, to, capacity, reason, data } = event;
    const id = newId(ctx.now);
    await ctx.db.insert(ModerationEventEntity, {
      id,
      subject,
      subjectId,
      action,
      fromState: from,
      toState: to,
      actorId: capacity === 'system' ? null : (ctx.actor?.id ?? null),
      capacity,
      reason: reason ?? null,
      data: (data ?? null) as never,
      at: ctx.now,
    });
    if (!mayBeTold(subject, action)) return;
    await this.jobs.add(ctx, {
      kind: TELL_MODERATION_JOB,
      payload: { eventId: id },
      dedupeKey: `${TELL_MODERATION_JOB}:${id}`,
    });
  }
}
