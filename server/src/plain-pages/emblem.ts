import sharp from 'sharp';

/** The platform's own picture for shared links. Without letters: the server has no font with Chinese ones. */
export const EMBLEM = { path: '/t.png', width: 1200, height: 630 } as const;

/** Two people talk: the sign in the browser's tab. */
const SIGN = `<path d="M6 9h20v12H16l-5 5v-5H6z"/><path d="M11 13.5h10M11 17h6"/>`;

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="${EMBLEM.width}" height="${EMBLEM.height}" viewBox="0 0 60 31.5">
<rect width="60" height="31.5" fill="#0b5d57"/>
<g fill="none" stroke="#fff" stroke-width="1.8" stroke-linejoin="round" stroke-linecap="round" transform="translate(14 -.25)">
${SIGN}</g></svg>`;

/** Where browsers look for the sign of their tab, on pages that do not carry it themselves. */
export const ICON = { path: '/favicon.ico', size: 64 } as const;

const ICON_SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="${ICON.size}" height="${ICON.size}" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#0b5d57"/>
<g fill="none" stroke="#fff" stroke-width="2.4" stroke-linejoin="round" stroke-linecap="round">${SIGN}</g></svg>`;

let icon: Promise<Buffer> | undefined;
let drawn: Promise<Buffer> | undefined;

/** The picture as PNG, drawn once. */
export function drawEmblem(): Promise<Buffer> {
  drawn ??= sharp(Buffer.from(SVG)).png().toBuffer();
  return drawn;
}

/** The sign of the tab as PNG, which browsers read whatever its name says. */
export function drawIcon(): Promise<Buffer> {
  icon ??= sharp(Buffer.from(ICON_SVG)).png().toBuffer();
  return icon;
}
