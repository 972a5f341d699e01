/** The pages of opinion rounds (网络议政). */
export const OPINION_PAGES = {
  list: '/packages/opinion/list/index',
  round: '/packages/opinion/round/index',
  /** Answering, one statement at a time. */
  answer: '/packages/opinion/answer/index',
  /** What I answered, to change my mind. */
  mine: '/packages/opinion/mine/index',
  map: '/packages/opinion/map/index',
  report: '/packages/opinion/report/index',
  /** To start one (`topicId` or `sessionId`: what about), or with `id` to change its draft. */
  edit: '/packages/opinion/edit/index',
} as const;
