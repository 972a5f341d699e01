import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { step } from '../lib/say.mjs';
import { open, sitDown, withDemo } from './demo-browser.mjs';
import { MORE_VIEWS, VIEWS } from './views.mjs';

/** What a browser set to very large letters calls its standard, px. */
const LARGE_LETTERS = 24;

const LOOKS = [
  { name: 'light-390', width: 390 },
  { name: 'dark-390', width: 390, dark: true },
  { name: 'dark-1280', width: 1280, dark: true },
  { name: 'large-390', width: 390, large: true },
  { name: 'large-dark-320', width: 320, large: true, dark: true },
  { name: 'large-1280', width: 1280, large: true },
];

/**
 * Photographs every screen in every look, whole, to be looked at by people: light and dark, narrow and wide, 关怀 with
 * large letters. They go to `folder/look/screen.png`.
 */
export function look(folder) {
  return withDemo(async (demo) => {
    if (!folder) throw new Failure('Say where the pictures go: --look FOLDER');
    for (const variant of LOOKS) await step(variant.name, () => photographAll(demo, variant, folder));
  });
}

async function photographAll(demo, { name, width, dark = false, large = false }, folder) {
  mkdirSync(path.join(folder, name), { recursive: true });
  const settings = { viewport: { width, height: width < 500 ? 844 : 800 }, colorScheme: dark ? 'dark' : 'light' };
  const views = [...new Map([...VIEWS, ...MORE_VIEWS].map((view) => [view.name, view])).values()];
  for (const as of new Set(views.map((view) => view.as))) {
    const page = await sitDown(demo, settings, as);
    if (large) await page.addInitScript(enlarge, LARGE_LETTERS);
    for (const view of views) {
      if (view.as !== as || (width < 1024 && view.size === 'desktop' && view.act)) continue;
      await open(page, demo.url, view);
      await page.screenshot({ path: path.join(folder, name, `${view.name}.png`), fullPage: true });
    }
    await page.context().close();
  }
}

/** Runs in the page: 关怀, and letters as large as a browser can be told to draw them. */
function enlarge(px) {
  localStorage.setItem('appearance', JSON.stringify({ data: 'care' }));
  const style = document.createElement('style');
  style.textContent = `html { font-size: ${px}px }`;
  document.addEventListener('DOMContentLoaded', () => document.head.prepend(style));
}
