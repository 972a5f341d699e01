/** The pages of topics. */
export const TOPIC_PAGES = {
  list: '/pages/topics/index',
  detail: '/packages/topics/detail/index',
  /** To raise one, or with `id` to change a draft or a returned one. */
  raise: '/packages/topics/raise/index',
  raised: '/packages/topics/raised/index',
  mine: '/packages/topics/mine/index',
} as const;
