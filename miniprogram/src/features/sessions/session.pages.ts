/** The pages of sessions. */
export const SESSION_PAGES = {
  list: '/pages/sessions/index',
  detail: '/packages/sessions/detail/index',
  /** To call one (`topicId`: with this topic), or with `id` to change it. */
  edit: '/packages/sessions/edit/index',
  roll: '/packages/sessions/roll/index',
  door: '/packages/sessions/door/index',
  checkIn: '/packages/sessions/check-in/index',
  /** A paper that is a text, `id` of the session and `material`. */
  material: '/packages/sessions/material/index',
  /** The draws of a session, `id`. */
  draw: '/packages/sessions/draw/index',
  mine: '/packages/sessions/mine/index',
} as const;
