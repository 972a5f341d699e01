import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer } from '../bench/programs.mjs';
import { BUILDS, build, isBuilt } from '../lib/builds.mjs';
import { Failure, showFailure } from '../lib/failure.mjs';
import { findProgram } from '../lib/programs.mjs';
import { step } from '../lib/say.mjs';
import { at } from '../lib/workspace.mjs';
import { VIEWS } from './views.mjs';

const OUTPUT = at('docs/screenshots');
const LARGEST = 200_000;
const SIZES = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 },
};
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

// Each belongs to the package that uses it; here they only serve the pictures of the documentation.
const { chromium } = createRequire(at('miniprogram/package.json'))('playwright-core');
const sharp = createRequire(at('server/package.json'))('sharp');

/** Photographs the main screens of the demo county for the documentation. Ends the process. */
export async function screenshots() {
  try {
    const executablePath = findProgram('chromium');
    if (executablePath === null) throw new Failure('The screenshots need Chromium: install it first.');
    for (const name of ['shared', 'server', 'h5']) {
      if (!isBuilt(name)) await step(`Building the ${BUILDS[name].title}`, () => build(name));
    }
    const dataDir = mkdtempSync(path.join(tmpdir(), 'consult-pictures-'));
    const server = await step('Loading the demo county', () =>
      startServer({ DATA_DIR: dataDir, SERVE_APP: at(BUILDS.h5.makes), DATABASE_URL: '' }),
    );
    const browser = await chromium.launch({ executablePath, args: FLAGS });
    try {
      mkdirSync(OUTPUT, { recursive: true });
      for (const view of VIEWS) await step(`${view.name}-${view.size}`, () => photograph(browser, server.url, view));
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

async function photograph(browser, url, { name, size, as, path: find, shows, act }) {
  const context = await browser.newContext({ ...SIZES[size], locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await page.goto(`${url}/packages/me/sign-in/index`);
  const person = page.getByRole('button', { name: new RegExp(`^${as}$`) }).first();
  await person.click();
  await person.waitFor({ state: 'hidden' });
  await page.goto(url + (await find(apiAt(url))));
  await page.getByText(shows).filter({ visible: true }).first().waitFor();
  await act?.(page);
  await page.waitForLoadState('networkidle');
  const file = path.join(OUTPUT, `${name}-${size}.png`);
  const { size: bytes } = await sharp(await page.screenshot())
    .png({ palette: true, effort: 10, compressionLevel: 9 })
    .toFile(file);
  await context.close();
  if (bytes > LARGEST) throw new Failure(`${file} has ${bytes} bytes, more than ${LARGEST}.`);
}

const apiAt = (url) => async (route) => {
  const answer = await fetch(`${url}/api/v1${route}`);
  if (!answer.ok) throw new Error(`${answer.status} at ${route}`);
  return answer.json();
};
