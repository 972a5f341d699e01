/** The pages of administrators and the county office. */
export const ADMIN_PAGES = {
  staff: '/packages/admin/staff/index',
  people: '/packages/admin/people/index',
  settings: '/packages/admin/settings/index',
  keys: '/packages/admin/keys/index',
  reveals: '/packages/admin/reveals/index',
} as const;
