/** The sizes of a photo, largest first. */
export const PHOTO_SIZES = ['full', 'screen', 'thumb'] as const;
export type PhotoSize = (typeof PHOTO_SIZES)[number];

/** The key of one size of a photo; ids are sharded by their last characters, which vary most. */
export function photoKey(id: string, size: PhotoSize): string {
  return `${id.slice(-2)}/${id}-${size}.jpg`;
}

/** The keys of all sizes of a photo. */
export function photoKeys(id: string): string[] {
  return PHOTO_SIZES.map((size) => photoKey(id, size));
}

/** The photo, or paper of a session, that a key belongs to; null for a file of another kind. */
export function photoOfKey(key: string): string | null {
  return /^..\/([0-9A-Z]{26})-(?:(?:full|screen|thumb)\.jpg|material)$/.exec(key)?.[1] ?? null;
}
