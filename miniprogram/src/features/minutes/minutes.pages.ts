/** The pages of minutes. */
export const MINUTES_PAGES = {
  detail: '/packages/minutes/detail/index',
  edit: '/packages/minutes/edit/index',
  /** Two versions, word by word: `id` and `with`. */
  compare: '/packages/minutes/compare/index',
  /** Whether minutes on paper are genuine: `code`. */
  verify: '/packages/minutes/verify/index',
} as const;
