import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer } from '../bench/programs.mjs';
import { BUILDS, build, isBuilt } from '../lib/builds.mjs';
import { Failure, showFailure } from '../lib/failure.mjs';
import { findProgram } from '../lib/programs.mjs';
import { step } from '../lib/say.mjs';
import { at } from '../lib/workspace.mjs';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
const LOCALE = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };

// Each belongs to the package that uses it; here they only serve pictures.
const { chromium } = createRequire(at('miniprogram/package.json'))('playwright-core');
export const sharp = createRequire(at('server/package.json'))('sharp');

/**
 * Runs `work` with a browser and the demo county served on its own data, which are gone afterwards. Sets the exit
 * code when it fails.
 * @param {(demo: {browser: object, url: string}) => Promise<void>} work
 */
export async function withDemo(work) {
  try {
    const executablePath = findProgram('chromium');
    if (executablePath === null) throw new Failure('The screenshots need Chromium: install it first.');
    for (const name of ['shared', 'opinion-map', 'server', 'h5']) {
      if (!isBuilt(name)) await step(`Building the ${BUILDS[name].title}`, () => build(name));
    }
    const dataDir = mkdtempSync(path.join(tmpdir(), 'consult-pictures-'));
    const server = await step('Loading the demo county', () =>
      startServer({ DATA_DIR: dataDir, SERVE_APP: at(BUILDS.h5.makes), DATABASE_URL: '', WORKERS: 'on' }),
    );
    const browser = await chromium.launch({ executablePath, args: FLAGS });
    try {
      await work({ browser, url: server.url });
    } finally {
      await browser.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  } catch (error) {
    showFailure(error);
    process.exitCode = 1;
  }
}

/**
 * A page of a new browser, with somebody signed in.
 * @param {object} settings of the browser's context
 * @param {string | undefined} as whom the sign-in page offers; left out: a visitor
 */
export async function sitDown({ browser, url }, settings, as) {
  const context = await browser.newContext({ ...settings, ...LOCALE });
  const page = await context.newPage();
  if (as !== undefined) {
    await page.goto(`${url}/packages/me/sign-in/index`);
    const person = page.getByRole('button', { name: new RegExp(`^${as}$`) }).first();
    await person.click();
    await person.waitFor({ state: 'hidden' });
  }
  return page;
}

/** Opens a view and waits until it is drawn. */
export async function open(page, url, { path: find, shows, act }) {
  await page.goto(url + (await find(apiAt(url))));
  await page.getByText(shows).filter({ visible: true }).first().waitFor();
  await act?.(page);
  await page.waitForLoadState('networkidle');
}

const apiAt = (url) => async (route) => {
  const answer = await fetch(`${url}/api/v1${route}`);
  if (!answer.ok) throw new Error(`${answer.status} at ${route}`);
  return answer.json();
};
