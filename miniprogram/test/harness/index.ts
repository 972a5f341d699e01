import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { WeappNode } from './nodes';
import { OpenPage } from './page';
import { createRuntime } from './runtime';
import { readTemplates } from './templates';
import { createWx } from './wx';

export type { WeappNode } from './nodes';
export { textOf, walk } from './nodes';
export type { OpenPage } from './page';

interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  window?: { navigationBarTitleText?: string };
  tabBar?: { list: { pagePath: string; text: string }[] };
}

export interface LaunchOptions {
  /** Origin of the API that the requests go to, in place of the one built in; e.g. http://localhost:4100. */
  apiBase?: string;
  /** The origin that was built in, as TARO_APP_API_BASE said. */
  builtApiBase?: string;
  /** What an earlier run left on the device. */
  storage?: Map<string, string>;
}

/** The app as WeChat would run it, with no WeChat. */
export interface Weapp {
  /** Every page in app.json, subpackages' too. */
  readonly routes: readonly string[];
  readonly storage: Map<string, string>;
  /** Toasts, dialogs and previews, in order. */
  readonly log: readonly string[];
  /** The page on top. */
  page(): OpenPage;
  /** Opens a page by its route (no leading slash), as a link would. */
  openPage(route: string, query?: Record<string, string>): Promise<OpenPage>;
  tree(): WeappNode;
  findText(words: string | RegExp): WeappNode[];
  findLabel(label: string): WeappNode[];
  tap(node: WeappNode): void;
  input(node: WeappNode, value: string): void;
  /** Waits until the page on top shows the text; its deepest node. */
  waitFor(words: string | RegExp, timeoutMs?: number): Promise<WeappNode>;
  /** The files that the next photo field gets. */
  chooseFiles(files: string[]): void;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function parseUrl(url: string): { route: string; query: Record<string, string> } {
  const [at = '', search = ''] = url.split('?');
  return { route: at.replace(/^\//, ''), query: Object.fromEntries(new URLSearchParams(search)) };
}

/**
 * Starts the built app and opens its first page.
 * @param distDir the weapp build
 * @throws when the build is missing
 */
export async function launch(distDir: string, options: LaunchOptions = {}): Promise<Weapp> {
  const { apiBase, builtApiBase = 'http://localhost:3000', storage = new Map<string, string>() } = options;
  const stack: OpenPage[] = [];
  const log: string[] = [];
  let chosen: string[] = [];

  const json = (name: string) => JSON.parse(readFileSync(path.join(distDir, name), 'utf8')) as Record<string, unknown>;
  const top = (): OpenPage => {
    const page = stack.at(-1);
    if (!page) throw new Error('No page is open');
    return page;
  };
  const open = (url: string): void => {
    const { route, query } = parseUrl(url);
    if (!routes.includes(route)) throw new Error(`There is no page ${route} in app.json`);
    stack.at(-1)?.call('onHide');
    const title = String(json(`${route}.json`).navigationBarTitleText ?? app.window?.navigationBarTitleText ?? '');
    const page = new OpenPage(route, query, runtime.pageConfig(route), title, templates);
    stack.push(page);
    page.call('onLoad', query);
    page.call('onShow');
    page.call('onReady');
  };
  const close = (count: number): void => {
    for (const page of stack.splice(Math.max(0, stack.length - count))) page.call('onUnload');
  };
  const wx = createWx({
    storage,
    log,
    navigateTo: open,
    redirectTo: (url) => {
      close(1);
      open(url);
    },
    switchTab: (url) => {
      close(stack.length);
      open(url);
    },
    reLaunch: (url) => {
      close(stack.length);
      open(url);
    },
    navigateBack: (delta) => {
      close(Math.min(delta, stack.length - 1));
      top().call('onShow');
    },
    setTitle: (title) => {
      top().title = title;
    },
    takeChosenFiles: () => chosen.splice(0),
  });
  if (apiBase) redirect(wx, builtApiBase, apiBase);

  const runtime = createRuntime(distDir, wx, () => stack.map(({ instance }) => instance));
  const templates = readTemplates(distDir);
  const app = json('app.json') as unknown as AppJson;
  const routes = [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page))),
  ];

  const start = { path: app.pages[0], query: {}, scene: 1001 };
  for (const handler of ['onLaunch', 'onShow']) {
    const work = runtime.app[handler];
    if (typeof work === 'function') work.call(runtime.app, start);
  }
  open(`/${app.pages[0]}`);
  await pause(20);

  return {
    routes,
    storage,
    log,
    page: top,
    openPage: async (route, query = {}) => {
      const url = `/${route}?${new URLSearchParams(query)}`;
      const isTab = app.tabBar?.list.some(({ pagePath }) => pagePath === route);
      if (isTab) close(stack.length);
      open(url);
      await pause(20);
      return top();
    },
    tree: () => top().tree(),
    findText: (words) => top().findText(words),
    findLabel: (label) => top().findLabel(label),
    tap: (node) => top().tap(node),
    input: (node, value) => top().input(node, value),
    waitFor: async (words, timeoutMs = 5000) => {
      const until = Date.now() + timeoutMs;
      for (;;) {
        const [found] = top().findText(words);
        if (found) return found;
        if (Date.now() > until) {
          throw new Error(`${top().route} did not show ${words} within ${timeoutMs} ms; it shows: ${top().text()}`);
        }
        await pause(20);
      }
    },
    chooseFiles: (files) => {
      chosen = [...files];
    },
  };
}

/** Sends to `to` what the app would send to the origin built into it. */
function redirect(wx: Record<string, unknown>, from: string, to: string): void {
  for (const api of ['request', 'uploadFile']) {
    const send = wx[api] as (options: { url: string }) => unknown;
    wx[api] = (options: { url: string }) => send({ ...options, url: options.url.replace(from, to) });
  }
}
