import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { step } from '../lib/say.mjs';
import { at } from '../lib/workspace.mjs';
import { open, sharp, sitDown, withDemo } from './demo-browser.mjs';
import { VIEWS } from './views.mjs';

const OUTPUT = at('docs/screenshots');
const LARGEST = 200_000;
const SIZES = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 },
  wall: { viewport: { width: 1920, height: 1080 } },
};

/**
 * Photographs the main screens of the demo county for the documentation.
 * @param {string[]} names of those that are wanted; none: all
 */
export function screenshots(names) {
  mkdirSync(OUTPUT, { recursive: true });
  return withDemo(async (demo) => {
    const wanted = VIEWS.filter(({ name }) => names.length === 0 || names.includes(name));
    for (const view of wanted) await step(`${view.name}-${view.size}`, () => photograph(demo, view));
  });
}

async function photograph(demo, view) {
  const page = await sitDown(demo, SIZES[view.size], view.as);
  await open(page, demo.url, view);
  const file = path.join(OUTPUT, `${view.name}-${view.size}.png`);
  const { size: bytes } = await sharp(await page.screenshot())
    .png({ palette: true, effort: 10, compressionLevel: 9 })
    .toFile(file);
  await page.context().close();
  if (bytes > LARGEST) throw new Failure(`${file} has ${bytes} bytes, more than ${LARGEST}.`);
}
