import { MATERIAL_LIMITS, type MaterialExtension } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import { encodePhoto } from '../attachments/photo-encoder.js';
import { PHOTO_STORE, type PhotoStore } from '../attachments/photo-store.js';
import { Clock } from '../common/clock.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import type { UploadPreparer } from '../common/uploads/upload-preparer.js';
import { Database } from '../database/database.js';
import { SessionMaterialEntity } from './material.entity.js';
import { MATERIAL_TYPES, materialKey, materialTypeOf } from './material-files.js';

/** A file that is stored and has no row yet. */
export interface StoredMaterial {
  readonly id: string;
  readonly extension: MaterialExtension;
  readonly bytes: number;
}

/** Looks at a file and stores it before the request's transaction begins. */
@Injectable()
export class MaterialIntake implements UploadPreparer<StoredMaterial> {
  constructor(
    @Inject(PHOTO_STORE) private readonly store: PhotoStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws MATERIAL.TOO_LARGE, ATTACHMENT.STORE_DOWN, what materialTypeOf throws, and of pictures encodePhoto */
  async prepare(original: Buffer | null): Promise<StoredMaterial> {
    if (original === null || original.length > MATERIAL_LIMITS.bytesMax) {
      throw new CodedError('MATERIAL.TOO_LARGE', { megabytes: MATERIAL_LIMITS.bytesMax / 1024 / 1024 });
    }
    const extension = await materialTypeOf(original);
    const { kind, mime } = MATERIAL_TYPES[extension];
    // A picture says where and by whom it was taken; it is kept without that.
    const content = kind === 'picture' ? (await encodePhoto(original)).files.full : original;
    const id = newId(this.clock.now());
    await this.store.write(materialKey(id), content, mime);
    return { id, extension, bytes: content.length };
  }

  async discard({ id }: StoredMaterial): Promise<void> {
    try {
      if (await this.database.read.existsBy(SessionMaterialEntity, { id })) return;
      await this.store.delete([materialKey(id)]);
    } catch {
      // The request has failed already, and with a better reason.
    }
  }
}
