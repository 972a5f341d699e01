import type { Page } from 'playwright-core';

/** How often the Tab key is pressed to see where it leads. */
const TABS = 12;

/**
 * What is wrong with how the page is read and walked through: its headings begin with the one title and leave no step
 * out, and the Tab key goes from top to bottom, to what has a name, and shows where it is.
 */
export async function disorderOn(page: Page): Promise<string[]> {
  const levels = await page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4, [role="heading"]')]
      .filter((heading) => heading.getClientRects().length > 0)
      .map((heading) => Number(heading.getAttribute('aria-level') ?? heading.tagName[1])),
  );
  const found: string[] = [];
  if (levels[0] !== 1 || levels.filter((level) => level === 1).length !== 1) found.push(`titles: ${levels}`);
  if (levels.some((level, i) => level > (levels[i - 1] ?? 0) + 1)) found.push(`a step is left out: ${levels}`);
  return [...found, ...(await walkOf(page))];
}

async function walkOf(page: Page): Promise<string[]> {
  // From the top, wherever the page has put the focus.
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const found: string[] = [];
  let before = -1;
  for (let i = 0; i < TABS; i++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const part = document.activeElement;
      if (!(part instanceof HTMLElement) || part === document.body) return null;
      const pictures = [...part.querySelectorAll('img')].map(({ alt }) => alt).join('');
      const name = part.getAttribute('aria-label') ?? `${part.textContent}${pictures}`;
      const { outlineStyle, outlineWidth } = getComputedStyle(part);
      // Around what is typed into, its frame shows it.
      const { boxShadow } = getComputedStyle(part.closest('.field__control') ?? part);
      return {
        at: [...document.querySelectorAll('*')].indexOf(part),
        name: name.trim(),
        isTold: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
        html: part.outerHTML.slice(0, 100),
      };
    });
    // After the last comes the browser's own bar.
    if (here === null || here.at < before) break;
    if (here.name === '') found.push(`without a name: ${here.html}`);
    if (!here.isTold) found.push(`focus is not seen: ${here.html}`);
    before = here.at;
  }
  return before < 0 ? [...found, 'nothing takes the focus'] : found;
}
