import type { AttachmentView } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { AttachmentEntity, type AttachmentOwner } from './attachment.entity.js';
import type { PhotoSize } from './photo-files.js';
import { PhotoKeys } from './photo-keys.js';

/** The photos of items. */
@Injectable()
export class AttachmentReader {
  constructor(private readonly keys: PhotoKeys) {}

  /** A photo as the API tells of it; only for somebody who may see it, see PhotoKeys. */
  view({ id, width, height }: Pick<AttachmentEntity, 'id' | 'width' | 'height'>): AttachmentView {
    const at = (size: PhotoSize) => `/api/v1/attachments/${id}/${size}?key=${this.keys.keyOf(id)}`;
    return { id, width, height, url: at('full'), screenUrl: at('screen'), thumbUrl: at('thumb') };
  }

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
      photos.set(owner, [...(photos.get(owner) ?? []), this.view(row)]);
    }
    return photos;
  }
}
