import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { type WeappNode, walk } from './nodes';
import { OpenPage } from './page';
import { PageStack } from './page-stack';
import { Phone, type PhoneState } from './phone';
import { createRuntime } from './runtime';
import { Sockets } from './socket-task';
import { readTemplates } from './templates';
import { createTimers } from './timers';
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
  /** What an earlier run left on the device. */
  storage?: Map<string, string>;
  /** Of the phone around the app, where it is unlike a new one. */
  phone?: Partial<PhoneState>;
}

/** The app as WeChat would run it, with no WeChat. */
export interface Weapp {
  /** Every page in app.json, subpackages' too. */
  readonly routes: readonly string[];
  readonly storage: Map<string, string>;
  readonly phone: Phone;
  /** Toasts, dialogs and previews, in order. */
  readonly log: readonly string[];
  /** What the app wrote to the console as errors. */
  readonly errors: readonly string[];
  /** The page on top. */
  page(): OpenPage;
  /** Opens a page by its route (no leading slash), as a link would. */
  openPage(route: string, query?: Record<string, string>): Promise<OpenPage>;
  tree(): WeappNode;
  findText(words: string | RegExp): WeappNode[];
  findLabel(label: string | RegExp): WeappNode[];
  tap(node: WeappNode): void;
  /** Any event of WeChat's own, such as chooseavatar, by its name in lower case. */
  fire(type: string, node: WeappNode, detail: Record<string, unknown>): void;
  input(node: WeappNode, value: string): void;
  /** Taps what is labelled so or, with no such label, reads so, as soon as it is there. */
  press(words: string | RegExp): Promise<void>;
  /** Types into the field with this label, as soon as it is there. */
  fill(label: string, value: string): Promise<void>;
  /** Waits until the page on top shows the text; its deepest node. */
  waitFor(words: string | RegExp, timeoutMs?: number): Promise<WeappNode>;
  /** Waits until it has come to that. @param what is waited for, in words */
  waitUntil(isSo: () => boolean | Promise<boolean>, what: string): Promise<void>;
  /** Waits until a page is on top, and drawn. */
  waitForPage(route: string): Promise<OpenPage>;
  /** The files that the next photo field gets. */
  chooseFiles(files: string[]): void;
  /** Goes where there is no network: requests fail, sockets end. */
  loseNetwork(): void;
  findNetwork(): void;
  /** Ends the app in the middle of whatever it does; what is on the device stays. */
  kill(): void;
}

/** The origin that is built in, see config/index.ts. */
const BUILT_API_BASE = process.env.TARO_APP_API_BASE ?? 'http://localhost:3000';
const BUILT_SOCKETS = BUILT_API_BASE.replace(/^http/, 'ws');
/** Only what never comes is waited for so long: a busy machine takes its time. */
const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 20;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Starts the built app and opens its first page.
 * @param distDir the weapp build
 * @throws when the build is missing
 */
export async function launch(distDir: string, options: LaunchOptions = {}): Promise<Weapp> {
  const { apiBase = BUILT_API_BASE, storage = new Map<string, string>() } = options;
  const phone = new Phone(options.phone);
  const log: string[] = [];
  const errors: string[] = [];
  let chosen: string[] = [];

  const json = (name: string) => JSON.parse(readFileSync(path.join(distDir, name), 'utf8')) as Record<string, unknown>;
  const timers = createTimers();
  const sockets = new Sockets();
  const wx = createWx({
    storage,
    log,
    phone,
    sockets,
    addressOf: (url) => url.replace(BUILT_API_BASE, apiBase).replace(BUILT_SOCKETS, apiBase.replace(/^http/, 'ws')),
    navigateTo: (url) => stack.navigateTo(url),
    redirectTo: (url) => stack.redirectTo(url),
    switchTab: (url) => stack.switchTab(url),
    reLaunch: (url) => stack.reLaunch(url),
    navigateBack: (delta) => stack.navigateBack(delta),
    setTitle: (title) => {
      stack.top.title = title;
    },
    takeChosenFiles: () => chosen.splice(0),
  });
  const runtime = createRuntime(distDir, {
    wx,
    timers,
    console: { ...console, error: (...words: unknown[]) => void errors.push(format(...words)) },
    currentPages: () => stack.pages.map(({ instance }) => instance),
  });
  const templates = readTemplates(distDir);
  const app = json('app.json') as unknown as AppJson;
  const routes = [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page))),
  ];
  const isTab = (route: string): boolean => app.tabBar?.list.some(({ pagePath }) => pagePath === route) ?? false;
  const stack = new PageStack((route, query) => {
    if (!routes.includes(route)) throw new Error(`There is no page ${route} in app.json`);
    const title = String(json(`${route}.json`).navigationBarTitleText ?? app.window?.navigationBarTitleText ?? '');
    return new OpenPage(route, query, runtime.pageConfig(route), title, templates, phone);
  }, isTab);

  const until = async <T>(
    look: () => T | undefined | Promise<T | undefined>,
    what: string,
    timeoutMs = PATIENCE_MS,
  ): Promise<T> => {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (Date.now() > end) {
        throw new Error(`${stack.top.route} had no ${what} within ${timeoutMs} ms; it shows: ${stack.top.text()}`);
      }
      await pause(LOOK_AGAIN_MS);
    }
  };

  const start = { path: phone.state.path ?? app.pages[0], query: phone.state.query, scene: phone.state.scene };
  const tell = (handler: string, what: object) => {
    const work = runtime.app[handler];
    if (typeof work === 'function') work.call(runtime.app, what);
  };
  for (const handler of ['onLaunch', 'onShow']) tell(handler, start);
  if (routes.some((route) => route === start.path))
    stack.reLaunch(`/${start.path}?${new URLSearchParams(start.query)}`);
  else {
    tell('onPageNotFound', { ...start, isEntryPage: true });
    await until(() => stack.pages[0], 'page after one that was not found');
  }

  /** Until the page on top is drawn: nobody taps, or leaves, what is not there yet. */
  const drawn = (route?: string): Promise<OpenPage> =>
    until(
      () => ((route ?? stack.top.route) === stack.top.route && stack.top.isDrawn ? stack.top : undefined),
      `page ${route ?? ''} to show`,
    );
  await drawn();

  return {
    routes,
    storage,
    log,
    phone,
    errors,
    page: () => stack.top,
    openPage: async (route, query = {}) => {
      const url = `/${route}?${new URLSearchParams(query)}`;
      if (isTab(route)) stack.switchTab(url);
      else stack.navigateTo(url);
      return drawn();
    },
    tree: () => stack.top.tree(),
    findText: (words) => stack.top.findText(words),
    findLabel: (label) => stack.top.findLabel(label),
    tap: (node) => stack.top.tap(node),
    fire: (type, node, detail) => stack.top.fire(type, node, detail),
    input: (node, value) => stack.top.input(node, value),
    press: async (words) => {
      const look = () => stack.top.findLabel(words)[0] ?? stack.top.findText(words)[0];
      stack.top.tap(await until(look, `"${words}" to press`));
      await pause(LOOK_AGAIN_MS);
    },
    fill: async (label, value) => {
      const look = () =>
        stack.top
          .findLabel(label)
          .flatMap((node) => [...walk(node)])
          .find(({ events }) => events.has('input'));
      stack.top.input(await until(look, `field ${label}`), value);
      await pause(LOOK_AGAIN_MS);
    },
    waitFor: (words, timeoutMs) => until(() => stack.top.findText(words)[0], `"${words}"`, timeoutMs),
    waitUntil: async (isSo, what) => {
      await until(async () => (await isSo()) || undefined, what);
    },
    waitForPage: drawn,
    chooseFiles: (files) => {
      chosen = [...files];
    },
    loseNetwork: () => {
      phone.state.online = false;
      sockets.cut();
      phone.tell('networkStatusChange', { isConnected: false, networkType: 'none' });
    },
    findNetwork: () => {
      phone.state.online = true;
      phone.tell('networkStatusChange', { isConnected: true, networkType: '4g' });
    },
    kill: () => {
      timers.stop();
      sockets.cut();
    },
  };
}
