import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import type { Timers } from './timers';

/** The object that a page file hands to `Page`. */
export type PageConfig = Record<string, unknown> & { data?: Record<string, unknown> };

export interface Runtime {
  app: Record<string, unknown>;
  /** Loads a page's file once and hands out what it gave to `Page`. */
  pageConfig(route: string): PageConfig;
}

/** What the app finds around it. */
export interface Surroundings {
  wx: Record<string, unknown>;
  console: Pick<Console, 'log' | 'info' | 'warn' | 'error' | 'debug'>;
  timers: Timers;
  /** The instances of the open pages. */
  currentPages(): unknown[];
}

/**
 * Runs the built files in a context of their own, which knows only what WeChat's knows: no window, no document.
 * @throws when the build is missing
 */
export function createRuntime(distDir: string, surroundings: Surroundings): Runtime {
  const { wx, console, timers, currentPages } = surroundings;
  const { setTimeout, setInterval, clearTimeout, clearInterval } = timers;
  const entry = path.join(distDir, 'app.js');
  if (!existsSync(entry)) {
    throw new Error(`${entry} is missing: build it first (pnpm --filter @consult/miniprogram build:weapp)`);
  }
  let app: Record<string, unknown> = {};
  let lastPage: PageConfig | null = null;
  const takeApp = (config: Record<string, unknown>) => {
    app = config;
  };
  const takePage = (config: PageConfig) => {
    lastPage = config;
  };
  // Taro registers one recursive component, for trees deeper than its templates; none of ours is.
  const takeComponent = () => undefined;
  const takeBehavior = (config: unknown) => config;
  const context = vm.createContext({
    wx,
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    App: takeApp,
    Page: takePage,
    Component: takeComponent,
    Behavior: takeBehavior,
    getApp: () => app,
    getCurrentPages: currentPages,
  });

  const loaded = new Map<string, { exports: unknown }>();
  const load = (file: string): unknown => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const wrapper = vm.runInContext(
      `(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`,
      context,
      { filename: file },
    ) as (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void;
    const resolve = (name: string) => path.resolve(path.dirname(file), name.endsWith('.js') ? name : `${name}.js`);
    wrapper((name) => load(resolve(name)), module, module.exports);
    return module.exports;
  };

  load(entry);
  const configs = new Map<string, PageConfig>();
  return {
    get app() {
      return app;
    },
    pageConfig(route) {
      const known = configs.get(route);
      if (known) return known;
      lastPage = null;
      load(path.join(distDir, `${route}.js`));
      if (!lastPage) throw new Error(`${route}.js did not call Page()`);
      configs.set(route, lastPage);
      return lastPage;
    },
  };
}
