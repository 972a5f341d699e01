/** The pages of the dashboard (数据看板). */
export const FIGURE_PAGES = {
  board: '/packages/figures/board/index',
  /** For a screen on the wall. */
  wall: '/packages/figures/wall/index',
  /** The rows behind a number. */
  rows: '/packages/figures/rows/index',
  /** 通报 and 统计表 of a month. */
  bulletin: '/packages/figures/bulletin/index',
} as const;
