// Draws the tab bar's PNG files (WeChat takes no SVG there) from the SVG files beside them.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';

const SIDE = 81;
const folder = path.resolve(import.meta.dirname, '../src/assets/tabs');

/** The same in the colours of src/theme.json's dark set. */
const inDark = (svg) => svg.replaceAll('#55625f', '#97a5a2').replaceAll('#0b5d57', '#6cc4b8');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
try {
  const page = await browser.newPage({ viewport: { width: SIDE, height: SIDE } });
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.svg'))) {
    const svg = await readFile(path.join(folder, name), 'utf8');
    for (const [suffix, drawing] of [
      ['.png', svg],
      ['-dark.png', inDark(svg)],
    ]) {
      await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
      const png = await page.screenshot({ omitBackground: true });
      const file = name.replace(/\.svg$/, suffix);
      await writeFile(path.join(folder, file), png);
      console.log(file, png.length);
    }
  }
} finally {
  await browser.close();
}
