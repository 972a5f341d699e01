export const ATTACHMENT_LIMITS = {
  bytesMax: 10 * 1024 * 1024,
  /** The longer side after re-encoding, px. */
  sideMax: 1920,
  thumbSide: 480,
  /** Larger pictures are refused before decoding, px in all. */
  pixelsMax: 80_000_000,
} as const;

export const ATTACHMENT_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
