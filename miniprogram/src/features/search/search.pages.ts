/** The page on which everything public is searched. */
export const SEARCH_PAGE = '/packages/search/search/index';
