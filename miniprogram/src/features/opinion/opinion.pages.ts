/** The pages of opinion rounds (网络议政). */
export const OPINION_PAGES = {
  round: '/packages/opinion/round/index',
} as const;
