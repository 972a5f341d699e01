/** The pages of those who watch over what is public, and of those who report. */
export const MODERATION_PAGES = {
  queue: '/packages/moderation/queue/index',
  check: '/packages/moderation/check/index',
  reports: '/packages/moderation/reports/index',
  words: '/packages/moderation/words/index',
  feedback: '/packages/moderation/feedback/index',
  myReports: '/packages/me/reports/index',
} as const;
