/** The pages of plans. */
export const PLAN_PAGES = {
  list: '/packages/plans/list/index',
  detail: '/packages/plans/detail/index',
} as const;
