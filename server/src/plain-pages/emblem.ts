import sharp from 'sharp';

/** The platform's own picture for shared links. Without letters: the server has no font with Chinese ones. */
export const EMBLEM = { path: '/t.png', width: 1200, height: 630 } as const;

/** Two people talk: the sign in the browser's tab. */
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="${EMBLEM.width}" height="${EMBLEM.height}" viewBox="0 0 60 31.5">
<rect width="60" height="31.5" fill="#0b5d57"/>
<g fill="none" stroke="#fff" stroke-width="1.8" stroke-linejoin="round" stroke-linecap="round" transform="translate(14 -.25)">
<path d="M6 9h20v12H16l-5 5v-5H6z"/><path d="M11 13.5h10M11 17h6"/></g></svg>`;

let drawn: Promise<Buffer> | undefined;

/** The picture as PNG, drawn once. */
export function drawEmblem(): Promise<Buffer> {
  drawn ??= sharp(Buffer.from(SVG)).png().toBuffer();
  return drawn;
}
