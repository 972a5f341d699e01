/** The pages of minutes. */
export const MINUTES_PAGES = {
  detail: '/packages/minutes/detail/index',
  edit: '/packages/minutes/edit/index',
} as const;
