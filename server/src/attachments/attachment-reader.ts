import type { AttachmentView } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { AttachmentEntity, type AttachmentOwner } from './attachment.entity.js';

export function attachmentView({
  id,
  width,
  height,
}: Pick<AttachmentEntity, 'id' | 'width' | 'height'>): AttachmentView {
  const base = `/api/v1/attachments/${id}`;
  return { id, width, height, url: `${base}/full`, thumbUrl: `${base}/thumb` };
}

/** The photos of items. */
@Injectable()
export class AttachmentReader {
  /** Item id → its photos in order; items without any are left out. */
  async of(
    db: EntityManager,
    ownerKind: AttachmentOwner,
    ids: readonly string[],
  ): Promise<Map<string, AttachmentView[]>> {
    const photos = new Map<string, AttachmentView[]>();
    if (ids.length === 0) return photos;
    const rows = await db.find(AttachmentEntity, {
      where: { ownerKind, ownerId: In([...ids]) },
      order: { position: 'ASC', id: 'ASC' },
    });
    for (const row of rows) {
      const owner = row.ownerId ?? '';
      photos.set(owner, [...(photos.get(owner) ?? []), attachmentView(row)]);
    }
    return photos;
  }
}
