/** The pages of 投诉建议. */
export const FEEDBACK_PAGES = {
  mine: '/packages/me/feedback/index',
  work: '/packages/moderation/feedback/index',
} as const;
