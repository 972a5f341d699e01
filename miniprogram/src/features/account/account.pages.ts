/** The pages about one's own account. */
export const ACCOUNT_PAGES = {
  account: '/packages/me/account/index',
  /** How the app looks. */
  settings: '/packages/me/settings/index',
  /** `?name=`: the text of a document that people agree to. */
  document: '/packages/me/document/index',
  devices: '/packages/me/devices/index',
  reveals: '/packages/me/reveals/index',
  password: '/packages/me/password/index',
  leave: '/packages/me/leave/index',
} as const;
