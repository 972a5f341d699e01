/** The pages of tasks (承办事项). */
export const TASK_PAGES = {
  detail: '/packages/tasks/detail/index',
  /** Those of my department. */
  mine: '/packages/tasks/mine/index',
  /** Those that I see to (督办). */
  supervised: '/packages/tasks/supervised/index',
  /** Those that I may rate. */
  toRate: '/packages/tasks/to-rate/index',
} as const;
