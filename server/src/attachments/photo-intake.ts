import { ATTACHMENT_LIMITS } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import type { UploadPreparer } from '../common/uploads/upload-preparer.js';
import { Database } from '../database/database.js';
import { AttachmentEntity } from './attachment.entity.js';
import { encodePhoto } from './photo-encoder.js';
import { PHOTO_SIZES, photoKey, photoKeys } from './photo-files.js';
import { PHOTO_STORE, type PhotoStore } from './photo-store.js';

/** A photo whose files are stored and that has no row yet. */
export interface StoredPhoto {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Of the largest size. */
  readonly bytes: number;
}

/** Encodes and stores a photo before the request's transaction begins: no slow disk or bucket ever holds a lock. */
@Injectable()
export class PhotoIntake implements UploadPreparer<StoredPhoto> {
  constructor(
    @Inject(PHOTO_STORE) private readonly store: PhotoStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws ATTACHMENT.TOO_LARGE, ATTACHMENT.STORE_DOWN and what encodePhoto throws */
  async prepare(original: Buffer | null): Promise<StoredPhoto> {
    if (original === null || original.length > ATTACHMENT_LIMITS.bytesMax) {
      throw new CodedError('ATTACHMENT.TOO_LARGE', { megabytes: ATTACHMENT_LIMITS.bytesMax / 1024 / 1024 });
    }
    const { files, width, height } = await encodePhoto(original);
    const id = newId(this.clock.now());
    const photo = { id, width, height, bytes: files.full.length };
    const written = await Promise.allSettled(
      PHOTO_SIZES.map((size) => this.store.write(photoKey(id, size), files[size])),
    );
    const failure = written.find((one) => one.status === 'rejected');
    if (failure === undefined) return photo;
    await this.discard(photo);
    throw failure.reason;
  }

  /** Lets the files go unless a row holds them after all; what cannot be deleted now is found by the check of files. */
  async discard({ id }: StoredPhoto): Promise<void> {
    try {
      if (await this.database.read.existsBy(AttachmentEntity, { id })) return;
      await this.store.delete(photoKeys(id));
    } catch {
      // The request has failed already, and with a better reason.
    }
  }
}
