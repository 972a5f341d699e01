import sharp from 'sharp';
import type { Player } from '../stage.js';
import { type Picture, SCENES } from './scenes.js';
import { HEIGHT, WIDTH } from './shapes.js';

/** As a phone would have taken it. */
const QUALITY = 88;
const drawn = new Map<Picture, Promise<Buffer>>();

function draw(picture: Picture): Promise<Buffer> {
  const known = drawn.get(picture);
  if (known !== undefined) return known;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${SCENES[picture]()}</svg>`;
  const jpeg = sharp(Buffer.from(svg)).jpeg({ quality: QUALITY }).toBuffer();
  drawn.set(picture, jpeg);
  return jpeg;
}

/** Uploads pictures as somebody. @returns the photos' ids */
export async function upload(player: Player, pictures: readonly Picture[] = []): Promise<string[]> {
  const ids: string[] = [];
  for (const picture of pictures) ids.push((await player.upload(await draw(picture))).id);
  return ids;
}
