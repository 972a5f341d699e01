import { type MoveResult, TASK_LIMITS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { AttachmentBinder } from '../attachments/attachment-binder.js';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { TaskAccess } from './task-access.js';
import { actingOn, TaskNotes } from './task-notes.js';
import type { PhotoPairDto } from './task-structure.dto.js';
import { PhotoPairEntity } from './task-structure.entity.js';

/** 整改前、整改后: what a department shows that it has changed. */
@Injectable()
export class TaskPhotos {
  constructor(
    private readonly access: TaskAccess,
    private readonly attachments: AttachmentBinder,
    private readonly notes: TaskNotes,
    private readonly words: BlockedWords,
  ) {}

  /** @throws TASK.PHOTO_MISSING, TASK.TOO_MANY, TASK.NOT_UNDER_WAY, ATTACHMENT.NOT_FOUND, CONTENT.BLOCKED_WORD */
  async add(ctx: RequestContext, id: string, input: PhotoPairDto): Promise<MoveResult> {
    return this.change(ctx, id, input, async () => {
      if ((await ctx.db.countBy(PhotoPairEntity, { taskId: id })) >= TASK_LIMITS.photoPairsMax)
        throw new CodedError('TASK.TOO_MANY', { max: TASK_LIMITS.photoPairsMax });
      await ctx.db.insert(PhotoPairEntity, { id: newId(ctx.now), taskId: id, ...columns(input) });
    });
  }

  /** @throws ITEM.NOT_FOUND, and what add throws */
  async edit(ctx: RequestContext, id: string, pairId: string, input: PhotoPairDto): Promise<MoveResult> {
    return this.change(ctx, id, input, async () => {
      const { affected } = await ctx.db.update(PhotoPairEntity, { id: pairId, taskId: id }, columns(input));
      if (affected !== 1) throw notFound();
    });
  }

  /** @throws ITEM.NOT_FOUND, TASK.NOT_UNDER_WAY */
  async remove(ctx: RequestContext, id: string, pairId: string): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const acting = actingOn(ctx, view, 'task.plan');
    const pair = await ctx.db.findOneBy(PhotoPairEntity, { id: pairId, taskId: id });
    if (pair === null) throw notFound();
    await ctx.db.delete(PhotoPairEntity, { id: pairId });
    await this.bind(ctx, id);
    await this.notes.write(ctx, view, acting, 'show_photos', `撤下“${pair.label}”的照片`);
    return { id, state: view.task.state };
  }

  private async change(
    ctx: RequestContext,
    id: string,
    input: PhotoPairDto,
    write: () => Promise<void>,
  ): Promise<MoveResult> {
    const view = await this.access.lock(ctx, id);
    const acting = actingOn(ctx, view, 'task.plan');
    const { label, before, after } = input;
    await this.words.refuse(ctx, view.task.township, [label]);
    if (before === undefined && after === undefined) throw new CodedError('TASK.PHOTO_MISSING');
    await write();
    await this.bind(ctx, id);
    await this.notes.write(ctx, view, acting, 'show_photos', label);
    return { id, state: view.task.state };
  }

  /** Makes the photos of a task those of its pairs. @throws ATTACHMENT.NOT_FOUND */
  private async bind(ctx: RequestContext, taskId: string): Promise<void> {
    const pairs = await ctx.db.find(PhotoPairEntity, { where: { taskId }, order: { id: 'ASC' } });
    const ids = pairs.flatMap(({ beforeId, afterId }) => [beforeId, afterId]).filter((one) => one !== null);
    if (new Set(ids).size < ids.length) throw new CodedError('ATTACHMENT.NOT_FOUND');
    await this.attachments.bind(ctx, 'task_photo', taskId, ids);
  }
}

const columns = ({ label, before, after }: PhotoPairDto) => ({
  label,
  beforeId: before ?? null,
  afterId: after ?? null,
});
