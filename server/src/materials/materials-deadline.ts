import { MATERIALS_TODO, materialDaysFor, materialsDueAt } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { TodoList } from '../moves/todo-list.js';
import { Settings } from '../regions/settings.service.js';
import type { SessionEntity } from '../sessions/session.entity.js';
import { SessionMaterialEntity } from './material.entity.js';

/** Has the convener send the papers of an announced session in time: a to-do, with its reminders, while there are none. */
@Injectable()
export class MaterialsDeadline {
  constructor(
    private readonly settings: Settings,
    private readonly todos: TodoList,
  ) {}

  /** Call it whenever the session is announced or its papers change. */
  async watch(ctx: RequestContext, session: SessionEntity): Promise<void> {
    await this.todos.clearOne(ctx, 'session', session.id, MATERIALS_TODO);
    if (session.state !== 'announced') return;
    if (await ctx.db.existsBy(SessionMaterialEntity, { sessionId: session.id })) return;
    const { thresholds } = await this.settings.of(ctx.db, session.township);
    const dueAt = materialsDueAt({
      startsAt: session.startsAt,
      days: materialDaysFor(session.format, thresholds),
    });
    if (dueAt === null || dueAt <= ctx.now) return;
    const { title } = session;
    await this.todos.add(ctx, { kind: 'session', item: session, by: 'convener', does: MATERIALS_TODO, title, dueAt });
  }
}
