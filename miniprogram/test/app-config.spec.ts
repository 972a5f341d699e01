import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ITEM_KINDS, LINK_PAGE, messagePage, QR_PAGE } from '@consult/shared';
import theme from '../src/theme.json';

const SRC = path.resolve(__dirname, '../src');
const KILOBYTE = 1024;

/** What WeChat allows of a mini program's configuration. */
const LIMITS = { tabs: [2, 5], iconBytes: 40 * KILOBYTE, descLength: 30 } as const;

interface AppConfig {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
  tabBar: { list: { pagePath: string }[] };
  preloadRule: Record<string, { packages: string[] }>;
  permission: Record<string, { desc: string }>;
  requiredPrivateInfos: string[];
  networkTimeout: Record<string, number>;
  lazyCodeLoading: string;
  __usePrivacyCheck__: boolean;
  darkmode: boolean;
}

describe('the configuration of the mini program', () => {
  let app: AppConfig;
  let pages: string[];
  beforeAll(async () => {
    Object.assign(globalThis, { defineAppConfig: (config: unknown) => config });
    app = (await import('../src/app.config')).default as never;
    pages = [...app.pages, ...app.subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];
  });

  it('lists pages that are there', () => {
    expect(pages.filter((page) => !existsSync(path.join(SRC, `${page}.tsx`)))).toEqual([]);
    expect(new Set(pages).size).toBe(pages.length);
  });

  it('lets every page be sent to a chat that says how it is to be sent', () => {
    const source = (page: string, file: string) => readFileSync(path.join(SRC, `${page}${file}`), 'utf8');
    const sent = pages.filter((page) => source(page, '.tsx').includes('useShare('));
    expect(sent.length).toBeGreaterThan(10);
    expect(sent.filter((page) => !source(page, '.config.ts').includes('enableShareAppMessage: true'))).toEqual([]);
  });

  it('has every page that WeChat is told to open: of messages, of codes, of a desktop’s sign-in', () => {
    const opened = [null, ...ITEM_KINDS.map((kind) => ({ kind, id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }))].map(messagePage);
    for (const page of [...opened, LINK_PAGE, QR_PAGE]) {
      expect(page).not.toMatch(/^\//);
      expect(pages).toContain(page.split('?')[0]);
    }
  });

  it('has two to five tabs, in the main package, with small pictures of its own', () => {
    expect(app.tabBar.list.length).toBeGreaterThanOrEqual(LIMITS.tabs[0]);
    expect(app.tabBar.list.length).toBeLessThanOrEqual(LIMITS.tabs[1]);
    for (const { pagePath } of app.tabBar.list) expect(app.pages).toContain(pagePath);
    const pictures = [...Object.values(theme.light), ...Object.values(theme.dark)].filter((one) =>
      one.endsWith('.png'),
    );
    for (const picture of pictures) {
      expect(statSync(path.join(SRC, picture)).size).toBeLessThanOrEqual(LIMITS.iconBytes);
    }
  });

  it('fetches ahead only packages that there are, from pages that there are', () => {
    const roots = app.subPackages.map(({ root }) => root);
    for (const [page, { packages }] of Object.entries(app.preloadRule)) {
      expect(pages).toContain(page);
      expect(roots).toEqual(expect.arrayContaining(packages));
    }
  });

  it('asks for consent before private things, and for nothing but a place that people choose', () => {
    expect(app.__usePrivacyCheck__).toBe(true);
    expect(app.requiredPrivateInfos).toEqual(['chooseLocation']);
    for (const { desc } of Object.values(app.permission)) expect(desc.length).toBeLessThanOrEqual(LIMITS.descLength);
  });

  it('loads only what a page needs, follows the dark theme, and gives photos more time than calls', () => {
    expect([app.lazyCodeLoading, app.darkmode]).toEqual(['requiredComponents', true]);
    expect(app.networkTimeout.uploadFile).toBeGreaterThan(app.networkTimeout.request ?? 0);
  });
});
