import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { AttachmentEntity, type AttachmentOwner } from './attachment.entity.js';

/** What residents send in. */
const CHECKED_FIRST: ReadonlySet<AttachmentOwner> = new Set(['topic', 'person', 'task_visit', 'look_back']);

/** Ties uploaded photos to what they were uploaded for. */
@Injectable()
export class AttachmentBinder {
  /**
   * Makes these photos, in this order, the photos of an item; others it had are let go.
   * @throws ATTACHMENT.NOT_FOUND for one that is not the person's own or belongs to something else
   */
  async bind(ctx: RequestContext, ownerKind: AttachmentOwner, ownerId: string, ids: readonly string[]): Promise<void> {
    const bound = await ctx.db.findBy(AttachmentEntity, { ownerKind, ownerId });
    const keep = new Set(bound.map((row) => row.id));
    const dropped = [...keep].filter((id) => !ids.includes(id));
    if (dropped.length > 0)
      await ctx.db.update(
        AttachmentEntity,
        { id: In(dropped) },
        { ownerKind: null, ownerId: null, looseSince: ctx.now },
      );
    for (const [position, id] of ids.entries()) {
      const from = keep.has(id)
        ? { id, ownerKind, ownerId }
        : { id, uploaderId: actorOf(ctx).id, ownerKind: IsNull(), ownerId: IsNull() };
      const { affected } = await ctx.db.update(AttachmentEntity, from, {
        ownerKind,
        ownerId,
        position,
        looseSince: null,
      });
      if (affected !== 1) throw new CodedError('ATTACHMENT.NOT_FOUND');
    }
    // What an office shows it has looked at; what others send in is checked first.
    if (!CHECKED_FIRST.has(ownerKind)) {
      await ctx.db.update(AttachmentEntity, { ownerKind, ownerId, content: 'pending' }, { content: 'passed' });
    }
  }
}
