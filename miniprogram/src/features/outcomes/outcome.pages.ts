/** The pages of outcomes (协商成果). */
export const OUTCOME_PAGES = {
  list: '/packages/outcomes/list/index',
  detail: '/packages/outcomes/detail/index',
  edit: '/packages/outcomes/edit/index',
} as const;
