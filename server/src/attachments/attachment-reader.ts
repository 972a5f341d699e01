import { type AttachmentView, isShown } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { AttachmentEntity, type AttachmentOwner } from './attachment.entity.js';
import type { PhotoSize } from './photo-files.js';
import { PhotoKeys } from './photo-keys.js';

type PhotoRow = Pick<AttachmentEntity, 'id' | 'width' | 'height' | 'content'>;

/** The photos of items. */
@Injectable()
export class AttachmentReader {
  constructor(private readonly keys: PhotoKeys) {}

  /**
   * A photo as the API tells of it; only for somebody who may see it, see PhotoKeys.
   * @param inside for its uploader and those who handle its item: the address opens it whatever its check says
   */
  view({ id, width, height, content }: PhotoRow, inside: boolean): AttachmentView {
    const key = this.keys.keyOf(id, inside);
    const at = (size: PhotoSize) => `/api/v1/attachments/${id}/${size}?key=${key}`;
    return {
      id,
      width,
      height,
      url: at('full'),
      screenUrl: at('screen'),
      thumbUrl: at('thumb'),
      ...(!isShown(content) && { content }),
    };
  }

  /**
   * Item id → its photos in order; items without any are left out.
   * @param inside also those that others do not see (yet)
   */
  async of(
    db: EntityManager,
    ownerKind: AttachmentOwner,
    ids: readonly string[],
    inside: boolean,
  ): Promise<Map<string, AttachmentView[]>> {
    const photos = new Map<string, AttachmentView[]>();
    if (ids.length === 0) return photos;
    const rows = await db.find(AttachmentEntity, {
      where: { ownerKind, ownerId: In([...ids]), ...(!inside && { content: 'passed' }) },
      order: { position: 'ASC', id: 'ASC' },
    });
    for (const row of rows) {
      const owner = row.ownerId ?? '';
      photos.set(owner, [...(photos.get(owner) ?? []), this.view(row, inside)]);
    }
    return photos;
  }
}
