/** The pages of a session that is on. */
export const LIVE_PAGES = {
  room: '/packages/live/room/index',
  /** For a projector. */
  wall: '/packages/live/wall/index',
} as const;
