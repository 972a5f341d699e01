import type { Page } from 'playwright-core';

/** Widths of phones, in px. */
export const PHONES = [390, 320];

/** What sticks out at the right of the app's page that is open, by width; the page is left as wide as the last one. */
export async function tooWide(page: Page, widths: readonly number[]): Promise<string[]> {
  // Drawn, and no longer waiting for content.
  await page.waitForFunction(
    () => document.querySelector('.page__content') !== null && document.querySelector('.skeleton') === null,
  );
  return sticksOut(page, widths, 'html, body, .taro_page, .page, .page__content');
}

/** What depends on the width is drawn anew a moment after it changed; what still sticks out then stays so. Milliseconds. */
const SETTLES_WITHIN = 3_000;

/** The same of any page. @param frames what nothing is to stick out of, as a selector */
export async function sticksOut(page: Page, widths: readonly number[], frames: string): Promise<string[]> {
  const { pathname } = new URL(page.url());
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    const end = Date.now() + SETTLES_WITHIN;
    let names = await wider(page, frames);
    while (names.length > 0 && Date.now() < end) names = await wider(page, frames);
    found.push(...names.map((name) => `${pathname} at ${width}: ${name}`));
  }
  return found;
}

const wider = (page: Page, frames: string): Promise<string[]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0)
        .map((part) => `${part.tagName} ${part.className}: ${part.scrollWidth}`),
    frames,
  );
