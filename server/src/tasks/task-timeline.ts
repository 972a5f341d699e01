import { isShown, type NoteAction, type TimelineEntry } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import { EventEntity } from '../moves/event.entity.js';
import { Timeline } from '../moves/timeline.js';
import { TaskEntity } from './task.entity.js';
import { DependencyEntity } from './task-structure.entity.js';

/** Notes whose words are what another promise is about: a part of this one, or one that it waits for. */
const NAMING: readonly string[] = ['split', 'wait_for', 'wait_over'] satisfies readonly NoteAction[];

/** What happened to one promise, without the words of others that are taken down. */
@Injectable()
export class TaskTimeline {
  constructor(private readonly timeline: Timeline) {}

  /** @param inside true for those who handle it: they read what is taken down */
  async of(ctx: RequestContext, taskId: string, inside: boolean): Promise<TimelineEntry[]> {
    const entries = await this.timeline.ofItem(ctx, 'task', taskId, inside);
    const naming = entries.filter(({ action, reason }) => reason !== null && NAMING.includes(action));
    if (inside || naming.length === 0) return entries;
    const hidden = await this.hidden(ctx, taskId, naming);
    return entries.map((entry) =>
      naming.includes(entry) && hidden.has(entry.reason ?? '') ? { ...entry, reason: null } : entry,
    );
  }

  /** What those say that are taken down, of the promises that these notes may name. */
  private async hidden(ctx: RequestContext, taskId: string, naming: readonly TimelineEntry[]): Promise<Set<string>> {
    const events = await ctx.db.findBy(EventEntity, { id: In(naming.map(({ id }) => id)) });
    const awaited = await ctx.db.findBy(DependencyEntity, { taskId });
    const named = [...events.flatMap(({ data }) => data?.taskId ?? []), ...awaited.map((one) => one.waitsForId)];
    const others = await ctx.db.find(TaskEntity, {
      where: [{ parentId: taskId }, { id: In(named) }],
      select: { id: true, what: true, content: true },
    });
    return new Set(others.filter(({ content }) => !isShown(content)).map(({ what }) => what));
  }
}
