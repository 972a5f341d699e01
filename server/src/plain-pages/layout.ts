import { createHash } from 'node:crypto';
import { EMBLEM, ICON } from './emblem.js';
import { type Html, html } from './html.js';
import { STYLE } from './style.js';

/** One page that needs no app. */
export interface PlainPage {
  readonly title: string;
  /** What a shared link says below its title. */
  readonly description: string;
  /** Its own path; null for a page that says that there is nothing. */
  readonly path: string | null;
  readonly body: Html;
  /** What a shared link shows; left out: the platform's own. */
  readonly picture?: SharedPicture | null;
}

/** A picture of a shared link. */
export interface SharedPicture {
  /** Its own, with a slash at its beginning. */
  readonly path: string;
  /** px */
  readonly width: number;
  readonly height: number;
}

/** Where the platform is, and what it is called. */
export interface Site {
  /** https://… without a slash at its end */
  readonly origin: string;
  readonly brand: string;
}

/** Nothing but the page itself, its one style sheet and the platform's own pictures; forms lead to the platform alone. */
export const PLAIN_CSP = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The whole document. */
export function document({ title, description, path, body, picture }: PlainPage, { origin, brand }: Site): string {
  const shown = picture ?? EMBLEM;
  const full = `${title} · ${brand}`;
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${full}</title>
<link rel="icon" type="image/png" href="${ICON.path}">
<meta name="description" content="${description}">
${
  path === null
    ? html`<meta name="robots" content="noindex">`
    : html`<link rel="canonical" href="${origin}${path}">
<meta property="og:url" content="${origin}${path}">`
}
<meta property="og:type" content="article">
<meta property="og:site_name" content="${brand}">
<meta property="og:locale" content="zh_CN">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:image" content="${origin}${shown.path}">
<meta property="og:image:width" content="${shown.width}">
<meta property="og:image:height" content="${shown.height}">
<meta name="twitter:card" content="summary_large_image">
<meta name="format-detection" content="telephone=no">
<style>`;
  const rest = html`</style>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="top"><nav aria-label="公示页面"><a href="/t">${brand} · 公示</a><a href="/">打开网页版</a></nav></header>
<main id="main">
${body}
</main>
<footer class="bottom">
<p>这是“${brand}”的公示页面，不用注册、不用安装就能看，可以打印。内容与小程序里公开的一致，撤下的内容会立即从这里消失。</p>
${path !== null && html`<p class="paper">看最新情况，请打开网址：<strong>${origin}${path}</strong></p>`}
</footer>
</body>
</html>
`;
  // The style sheet as it is, so that its digest stays what the policy says.
  return page.text + STYLE + rest.text;
}
