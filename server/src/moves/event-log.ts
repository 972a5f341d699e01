import { type Capacity, type ItemKind, isSearchKind, isToldByRun, type NoteAction, tellingsOf } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { newId } from '../common/ids.js';
import { Jobs } from '../jobs/jobs.service.js';
import { searchChanged } from '../search/search-changes.js';
import { EventEntity, EventTopicEntity } from './event.entity.js';
import type { Movable } from './movable.js';

export interface NewEvent {
  readonly kind: ItemKind;
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly capacity: Capacity;
  readonly departmentId?: string | null;
  readonly reason?: string | null;
  readonly isPublic: boolean;
  readonly reasonPublic?: boolean;
  readonly data?: Record<string, unknown> | null;
  readonly topicIds: readonly string[];
}

/** The kind of job that tells people of an event. */
export const TELL_JOB = 'tell';

/** Whose id an event has that a schedule made: nobody's. */
const NOBODY = '';

/** Writes what happened: rows are added and never changed. */
@Injectable()
export class EventLog {
  constructor(private readonly jobs: Jobs) {}

  /** Writes it, and has people told of it; what whole runs of a schedule do is told by the run. */
  async record(ctx: RequestContext, item: Movable, event: NewEvent): Promise<void> {
    const { topicIds, ...columns } = event;
    const id = newId(ctx.now);
    await ctx.db.insert(EventEntity, {
      departmentId: null,
      reason: null,
      reasonPublic: false,
      ...columns,
      data: (columns.data ?? null) as never,
      id,
      itemId: item.id,
      actorId: ctx.actor === null && event.capacity === 'system' ? NOBODY : actorOf(ctx).id,
      county: item.county,
      township: item.township,
      requestId: ctx.requestId,
      at: ctx.now,
    });
    if (topicIds.length > 0) {
      await ctx.db.insert(
        EventTopicEntity,
        topicIds.map((topicId) => ({ topicId, eventId: id })),
      );
    }
    if (isSearchKind(event.kind)) await searchChanged(ctx.db, event.kind, item.id);
    if (tellingsOf(event.kind, event.action).length > 0 && !isToldByRun(event.kind, event.action)) {
      await this.jobs.add(ctx, {
        kind: TELL_JOB,
        payload: { eventId: id },
        dedupeKey: `${TELL_JOB}:${id}`,
        lane: `${TELL_JOB}:${item.id}`,
      });
    }
  }

  /** Records something that changes no state. */
  async note(
    ctx: RequestContext,
    item: Movable,
    note: Omit<NewEvent, 'action' | 'fromState' | 'toState'> & { action: NoteAction },
  ): Promise<void> {
    const fromState = note.action === 'create' ? null : item.state;
    await this.record(ctx, item, { ...note, fromState, toState: item.state });
  }
}
