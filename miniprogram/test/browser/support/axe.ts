import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const GRAVE = new Set(['serious', 'critical']);

/**
 * What would keep somebody from using the page as it is drawn now, by axe-core's judgement: serious and critical
 * violations of WCAG 2 A and AA, one line each with the first places.
 */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return axe.run({
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      // Experimental: it takes the commas by which a name pauses for other words.
      rules: { 'label-content-name-mismatch': { enabled: false } },
    });
  });
  return violations
    .filter(({ impact }) => impact && GRAVE.has(impact))
    .map(({ id, help, nodes }) => `${id} (${help}): ${nodes.slice(0, 3).map(place).join(' | ')}`);
}

const place = ({ target, html, failureSummary }: AxeResults['violations'][number]['nodes'][number]): string =>
  `${target.join(' ')} ${html.slice(0, 120)} ${(failureSummary ?? '').split('\n').slice(1, 2).join(' ').trim()}`;
