import { ATTACHMENT_LIMITS, ATTACHMENT_TYPES } from '@consult/shared';
import { Semaphore } from 'async-mutex';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { CodedError } from '../common/errors/coded-error.js';
import { PHOTO_SIZES, type PhotoSize } from './photo-files.js';

/** A photo as it is kept. */
export interface EncodedPhoto {
  /** Of the largest size, px. */
  readonly width: number;
  readonly height: number;
  readonly files: Readonly<Record<PhotoSize, Buffer>>;
}

const QUALITY: Readonly<Record<PhotoSize, number>> = { full: 84, screen: 80, thumb: 72 };

/** A large photo takes some 250 MB while it is decoded. */
const decoding = new Semaphore(2);

/**
 * Decodes a photo, turns it upright and encodes its sizes as JPEG, without any metadata (place, camera, owner).
 * What it is, is decided by its content alone.
 * @throws ATTACHMENT.NOT_A_PICTURE for anything that does not decode as JPEG, PNG or WebP, ATTACHMENT.ANIMATED,
 *   ATTACHMENT.TOO_MANY_PIXELS before a pixel of it is decoded
 */
export function encodePhoto(original: Buffer): Promise<EncodedPhoto> {
  return decoding.runExclusive(async () => {
    check(await metadataOf(original));
    const picture = sharp(original, { limitInputPixels: ATTACHMENT_LIMITS.pixelsMax }).autoOrient();
    const [full, screen, thumb] = await Promise.all(PHOTO_SIZES.map((size) => encode(picture, size))).catch(() => {
      throw new CodedError('ATTACHMENT.NOT_A_PICTURE');
    });
    if (!full || !screen || !thumb) throw new Error('a size is missing');
    const { width, height } = full.info;
    return { width, height, files: { full: full.data, screen: screen.data, thumb: thumb.data } };
  });
}

async function metadataOf(original: Buffer): Promise<Metadata> {
  try {
    return await sharp(original, { limitInputPixels: false }).metadata();
  } catch {
    throw new CodedError('ATTACHMENT.NOT_A_PICTURE');
  }
}

function check({ format, pages = 1, width, height }: Metadata): void {
  if (!(ATTACHMENT_TYPES as readonly string[]).includes(`image/${format}`)) {
    throw new CodedError('ATTACHMENT.NOT_A_PICTURE');
  }
  if (pages > 1) throw new CodedError('ATTACHMENT.ANIMATED');
  if (width * height > ATTACHMENT_LIMITS.pixelsMax) throw new CodedError('ATTACHMENT.TOO_MANY_PIXELS');
}

function encode(picture: Sharp, size: PhotoSize) {
  const side = ATTACHMENT_LIMITS.sides[size];
  return picture
    .clone()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: QUALITY[size], mozjpeg: size !== 'thumb' })
    .toBuffer({ resolveWithObject: true });
}
