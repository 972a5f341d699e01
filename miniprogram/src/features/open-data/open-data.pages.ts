/** Open data (开放数据). */
export const OPEN_DATA_PAGE = '/packages/open-data/list/index';
