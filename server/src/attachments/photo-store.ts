import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ATTACHMENT_LIMITS, ATTACHMENT_TYPES } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import sharp, { type Sharp } from 'sharp';
import { CodedError } from '../common/errors/coded-error.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';

/** In the data directory. */
export const PHOTO_FOLDER = 'photos';

export const PHOTO_SIZES = ['full', 'thumb'] as const;
export type PhotoSize = (typeof PHOTO_SIZES)[number];

export interface StoredPhoto {
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

const QUALITY = 82;
const THUMB_QUALITY = 74;

/** Photos on disk: decoded, turned upright, re-encoded as JPEG without any metadata (place, camera, owner). */
@Injectable()
export class PhotoStore {
  private readonly root: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.root = path.join(config.dataDir, PHOTO_FOLDER);
  }

  /** @throws ATTACHMENT.NOT_A_PICTURE for anything that does not decode as JPEG, PNG or WebP, whatever its name */
  async store(id: string, original: Buffer): Promise<StoredPhoto> {
    const { sideMax, thumbSide } = ATTACHMENT_LIMITS;
    const picture = await this.decode(original);
    try {
      const [full, thumb] = await Promise.all([
        picture
          .clone()
          .resize(sideMax, sideMax, { fit: 'inside', withoutEnlargement: true })
          .jpeg({ quality: QUALITY, mozjpeg: true })
          .toBuffer({ resolveWithObject: true }),
        picture
          .clone()
          .resize(thumbSide, thumbSide, { fit: 'inside', withoutEnlargement: true })
          .jpeg({ quality: THUMB_QUALITY })
          .toBuffer(),
      ]);
      await mkdir(path.dirname(this.path(id, 'full')), { recursive: true });
      await Promise.all([writeFile(this.path(id, 'full'), full.data), writeFile(this.path(id, 'thumb'), thumb)]);
      return { width: full.info.width, height: full.info.height, bytes: full.data.length };
    } catch (error) {
      await this.remove(id);
      if ((error as NodeJS.ErrnoException).code) throw error;
      throw new CodedError('ATTACHMENT.NOT_A_PICTURE');
    }
  }

  /** Where a size of a photo is; ids are sharded by their last characters, which vary most. */
  path(id: string, size: PhotoSize): string {
    return path.join(this.root, id.slice(-2), `${id}-${size}.jpg`);
  }

  async remove(id: string): Promise<void> {
    await Promise.all(PHOTO_SIZES.map((size) => rm(this.path(id, size), { force: true })));
  }

  private async decode(original: Buffer): Promise<Sharp> {
    const picture = sharp(original, { limitInputPixels: ATTACHMENT_LIMITS.pixelsMax }).rotate();
    const format = await picture.metadata().then(
      (metadata) => `image/${metadata.format}`,
      () => '',
    );
    if (!(ATTACHMENT_TYPES as readonly string[]).includes(format)) throw new CodedError('ATTACHMENT.NOT_A_PICTURE');
    return picture;
  }
}
