import { In } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import { TaskEntity } from './task.entity.js';

/** Begins a new silence of a promise: there was a move, a report or a request. Word of a part is word of its promise. */
export async function hearWord(
  ctx: RequestContext,
  { id, parentId }: Pick<TaskEntity, 'id' | 'parentId'>,
): Promise<void> {
  await ctx.db.update(TaskEntity, { id: In([id, parentId ?? id]) }, { lastWordAt: ctx.now });
}
