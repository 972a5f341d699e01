/** A row of Taro's table of pages in a browser; `load` imports the page's script. */
interface TaroRoute {
  path?: string;
  load?(context: object, params: object): [Promise<unknown>, ...unknown[]];
}

/**
 * In a browser, fetches the script of a page that may have to open without a network; does nothing in WeChat, where it
 * is on the phone. It asks Taro's own table: an import of ours would make a second script of the same page.
 * @param path with its slash
 */
export function prefetchPage(path: string): void {
  if (process.env.TARO_ENV !== 'h5') return;
  const { routes = [] } = (window as { __taroAppConfig?: { routes?: TaroRoute[] } }).__taroAppConfig ?? {};
  const load = routes.find((route) => `/${route.path}` === path)?.load;
  // Without a network now there is nothing to be done.
  load?.({}, {})[0].catch(() => undefined);
}
