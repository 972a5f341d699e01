import type { Count, Figures } from '@consult/shared';
import { openPage } from '@/services/navigation';
import { FIGURE_PAGES } from './figures.pages';

export type RowsList = 'topics' | 'stays' | 'promises' | 'sessions';
/** What a list of rows is asked for. */
export type RowsQuery = Readonly<Record<string, string>>;

/** What the rows page is opened with, besides the query of its list. */
export interface RowsTarget {
  list: RowsList;
  title: string;
  count: Count;
  query: RowsQuery;
}

/** Opens the rows behind a number. @param open whether the dashboard is the one for everyone */
export type Drill = (target: Omit<RowsTarget, 'query'> & { query?: RowsQuery }) => void;

/** For the numbers of one dashboard: the rows of the same region and period, unless a number has its own. @param open from the lists for everyone */
export function drillOf({ region, period }: Pick<Figures, 'region' | 'period'>, open: boolean): Drill {
  return ({ list, title, count, query = {} }) => {
    const asked = { region, period, ...query };
    void openPage(FIGURE_PAGES.rows, {
      list,
      title,
      n: count.n,
      rows: count.rows,
      open: open ? '1' : undefined,
      ...asked,
    });
  };
}
