import type { ContentState } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RatingEntity, TaskEntity } from '../../tasks/task.entity.js';
import { type ContentOwner, ContentOwners, type ContentPlace } from '../content-owners.js';

/** How a check names the comment of one person on one task. */
export const ratingContentId = (taskId: string, personId: string) => `${taskId}:${personId}`;

/** What was said with an answer to an evaluation (评议意见). */
@Injectable()
export class RatingOwner implements ContentOwner, OnModuleInit {
  constructor(private readonly owners: ContentOwners) {}

  onModuleInit(): void {
    this.owners.register('rating', this);
  }

  async show(db: EntityManager, ownerId: string, content: ContentState): Promise<void> {
    const [taskId = '', personId = ''] = ownerId.split(':');
    await db.update(RatingEntity, { taskId, personId }, { content });
  }

  async place(db: EntityManager, ownerId: string): Promise<ContentPlace | null> {
    const [taskId = '', authorId = ''] = ownerId.split(':');
    const task = await db.findOneBy(TaskEntity, { id: taskId });
    if (task === null) return null;
    const { county, township, what: title } = task;
    // Its task is what is public; a comment stands in no timeline.
    return { county, township, title, authorId, item: null, isPublic: true };
  }
}
