/** The pages of the case library (案例库). */
export const CASE_PAGES = {
  list: '/packages/cases/list/index',
  detail: '/packages/cases/detail/index',
  edit: '/packages/cases/edit/index',
} as const;
