export const ATTACHMENT_LIMITS = {
  bytesMax: 10 * 1024 * 1024,
  /** The longer side of each size that is kept, px; a smaller original is not enlarged. */
  sides: { full: 2048, screen: 1080, thumb: 240 },
  /** Larger pictures are refused before decoding, px in all. */
  pixelsMax: 80_000_000,
  /** How long a photo that belongs to nothing is kept, ms. */
  looseMs: 24 * 60 * 60 * 1000,
} as const;

export const ATTACHMENT_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
