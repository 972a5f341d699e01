import type { OpenPage } from './page';

/** WeChat opens no more than this many pages on top of one another. */
const DEPTH_MAX = 10;

/** An address within the app. What is in the query stays encoded: WeChat hands it over as it is. */
export function parseUrl(url: string): { route: string; query: Record<string, string> } {
  const [at = '', search = ''] = url.split('?');
  const pairs = search.split('&').filter(Boolean);
  const query = pairs.map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [name, value.join('=')] as const;
  });
  return { route: at.replace(/^\//, ''), query: Object.fromEntries(query) };
}

/** The open pages, by WeChat's rules: a tab stays loaded once it was opened, other pages go when they are left. */
export class PageStack {
  private readonly stack: OpenPage[] = [];
  private readonly tabs = new Map<string, OpenPage>();

  constructor(
    private readonly create: (route: string, query: Record<string, string>) => OpenPage,
    private readonly isTab: (route: string) => boolean,
  ) {}

  get pages(): readonly OpenPage[] {
    return this.stack;
  }

  /** The page that is seen. */
  get top(): OpenPage {
    const page = this.stack.at(-1);
    if (!page) throw new Error('No page is open');
    return page;
  }

  navigateTo(url: string): void {
    this.refuseTab(url);
    if (this.stack.length >= DEPTH_MAX) throw new Error('webview count limit exceed');
    this.top.call('onHide');
    this.push(url);
  }

  redirectTo(url: string): void {
    this.refuseTab(url);
    this.unload(1);
    this.push(url);
  }

  switchTab(url: string): void {
    const { route } = parseUrl(url);
    if (!this.isTab(route)) throw new Error('can not switch to no-tabBar page');
    const seen = this.stack.at(-1);
    if (seen?.route === route) return;
    this.unload(this.stack.filter((page) => this.tabs.get(page.route) !== page).length);
    const [left] = this.stack.splice(0);
    if (left && left === seen) left.call('onHide');
    const known = this.tabs.get(route);
    if (!known) {
      this.push(url);
      return;
    }
    this.stack.push(known);
    known.call('onShow');
  }

  reLaunch(url: string): void {
    this.unload(this.stack.length);
    for (const tab of this.tabs.values()) tab.call('onUnload');
    this.tabs.clear();
    this.push(url);
  }

  navigateBack(delta: number): void {
    this.unload(Math.min(delta, this.stack.length - 1));
    this.top.call('onShow');
  }

  private refuseTab(url: string): void {
    if (this.isTab(parseUrl(url).route)) throw new Error('can not navigate to a tabbar page');
  }

  private push(url: string): void {
    const { route, query } = parseUrl(url);
    const page = this.create(route, query);
    this.stack.push(page);
    if (this.isTab(route)) this.tabs.set(route, page);
    page.call('onLoad', query);
    page.call('onShow');
    page.call('onReady');
  }

  /** Leaves so many pages, from the top down. */
  private unload(count: number): void {
    for (const page of this.stack.splice(this.stack.length - count).reverse()) {
      if (this.tabs.get(page.route) === page) this.tabs.delete(page.route);
      page.call('onUnload');
    }
  }
}
