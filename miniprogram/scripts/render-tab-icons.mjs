// Draws the tab bar's PNG files (WeChat takes no SVG there) from the SVG files beside them.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';

const SIDE = 81;
const folder = path.resolve(import.meta.dirname, '../src/assets/tabs');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
try {
  const page = await browser.newPage({ viewport: { width: SIDE, height: SIDE } });
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.svg'))) {
    const svg = await readFile(path.join(folder, name), 'utf8');
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(path.join(folder, name.replace(/svg$/, 'png')), png);
    console.log(name.replace(/svg$/, 'png'), png.length);
  }
} finally {
  await browser.close();
}
