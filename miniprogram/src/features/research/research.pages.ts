/** The pages of research before a session (会前调研). */
export const RESEARCH_PAGES = {
  detail: '/packages/research/detail/index',
  /** To set one up (`topicId` or `sessionId`), or with `id` to change it. */
  edit: '/packages/research/edit/index',
  report: '/packages/research/report/index',
  mine: '/packages/research/mine/index',
} as const;
