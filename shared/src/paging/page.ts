/** The most rows that one page of a list holds. */
export const PAGE_LIMIT_MAX = 50;
export const PAGE_LIMIT_DEFAULT = 20;

/** One page of a list; `nextAfter` is passed back as `after`, null at the end. */
export interface Page<T> {
  items: T[];
  nextAfter: string | null;
}
