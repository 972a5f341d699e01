import sharp from 'sharp';

/** A photo as a phone takes it: lying on its side, with the place where it was taken. Upright it is 1500 × 3000. */
export function phonePhoto(): Promise<Buffer> {
  return sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#386' } })
    .withExif({
      IFD0: { Copyright: 'somebody', Model: 'a phone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 44/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '113/1 18/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A picture of one colour. */
export function plainPhoto(format: 'png' | 'webp' | 'gif' | 'jpeg', width = 8, height = width): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#124' } })
    .toFormat(format)
    .toBuffer();
}

/** A WebP of two frames. */
export async function animation(): Promise<Buffer> {
  const frames = await Promise.all(
    ['#f00', '#00f'].map((background) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer();
}
