import type { ContentKind, ContentState } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AttachmentEntity, type AttachmentOwner } from '../../attachments/attachment.entity.js';
import { AttachmentsService } from '../../attachments/attachments.service.js';
import type { RequestContext } from '../../common/context/request-context.js';
import { type ContentOwner, ContentOwners, type ContentPlace } from '../content-owners.js';

const HANGS_ON: Readonly<Record<AttachmentOwner, ContentKind>> = {
  topic: 'topic',
  minutes: 'minutes',
  task_progress: 'progress',
  task_reply: 'task',
  task_photo: 'task',
  task_visit: 'visit',
  look_back: 'look_back',
  person: 'nickname',
  // Shown to nobody outside, so that nobody reports it.
  research_visit: 'research',
  case: 'case',
};

/** Photos: each is checked, hidden and taken down by itself. */
@Injectable()
export class PhotoOwner implements ContentOwner, OnModuleInit {
  constructor(
    private readonly owners: ContentOwners,
    private readonly attachments: AttachmentsService,
  ) {}

  onModuleInit(): void {
    this.owners.register('photo', this);
  }

  async show(db: EntityManager, id: string, content: ContentState): Promise<void> {
    await db.update(AttachmentEntity, { id }, { content });
  }

  async place(db: EntityManager, id: string): Promise<ContentPlace | null> {
    const photo = await db.findOneBy(AttachmentEntity, { id });
    if (photo === null || photo.ownerKind === null || photo.ownerId === null) return null;
    const owner = await this.owners.of(HANGS_ON[photo.ownerKind]).place(db, photo.ownerId);
    return owner && { ...owner, authorId: photo.uploaderId };
  }

  see(ctx: RequestContext, id: string): Promise<unknown> {
    return this.attachments.check(ctx, id);
  }
}
