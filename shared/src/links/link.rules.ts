/** The page that a mini-program code opens; its scene is the short name of where to go on. */
export const LINK_PAGE = 'pages/open/index';

export const LINK_LIMITS = {
  pageMax: 128,
  queryMax: 512,
} as const;

/** Letters, digits, - and _: all of them may stand in a scene, which holds 32 characters. */
export const LINK_SHORT = /^[\w-]{12}$/;

const PAGE = /^(pages|packages)(\/[a-z][a-z0-9-]*){2,3}$/;
const QUERY = /^([\w-]+=[\w.%~-]*(&[\w-]+=[\w.%~-]*)*)?$/;

/** Whether this could be a page of the app, as its own addresses have it but for the leading slash. */
export function isAppPage(page: string): boolean {
  return page.length <= LINK_LIMITS.pageMax && PAGE.test(page);
}

/** Whether this is the query of a page: names and values, everything else encoded. */
export function isAppQuery(query: string): boolean {
  return query.length <= LINK_LIMITS.queryMax && QUERY.test(query);
}

/** The names and values in the query of a page, decoded; the last of a name counts. */
export function readAppQuery(query: string): Record<string, string> {
  const pairs = query.split('&').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [name, decodeURIComponent(value)];
    }),
  );
}
