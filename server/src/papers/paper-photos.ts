import { buffer } from 'node:stream/consumers';
import type { AttachmentView } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import { photoKey } from '../attachments/photo-files.js';
import { PHOTO_STORE, type PhotoStore } from '../attachments/photo-store.js';
import type { PhotoOnPaper } from './photo-pages.js';

/** The files of photos that a page shows to whoever asks, so that they stand in its paper too. */
@Injectable()
export class PaperPhotos {
  constructor(@Inject(PHOTO_STORE) private readonly store: PhotoStore) {}

  /** In their order; one whose file is gone is left out. @throws ATTACHMENT.STORE_DOWN */
  async of(photos: readonly AttachmentView[]): Promise<PhotoOnPaper[]> {
    const files = await Promise.all(photos.map(({ id }) => this.store.read(photoKey(id, 'screen'))));
    const found = await Promise.all(files.map((file) => (file === null ? null : buffer(file))));
    return photos.flatMap(({ width, height }, i) => {
      const content = found[i];
      return content ? [{ width, height, content }] : [];
    });
  }
}
