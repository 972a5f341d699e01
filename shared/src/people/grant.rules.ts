import { type Grant, ROLE_LABELS, ROLE_LEVELS, type Role } from '../auth/roles.js';
import { regionCovers, regionLevel } from '../regions/region.js';

/**
 * Which roles each role gives and takes, within its own region. 居民 is nobody's to give: one says where one lives.
 * 市政协 lies above any county; whoever runs the server grants it.
 */
const GRANTABLE: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  admin: ['member', 'convener', 'department', 'party_committee', 'county_office', 'admin'],
  county_office: ['member', 'convener'],
};

/** Roles that whoever holds these grants may give and take somewhere. */
export function grantableRoles(own: readonly Grant[]): Role[] {
  const roles = new Set(own.flatMap(({ role }) => GRANTABLE[role] ?? []));
  return (GRANTABLE.admin ?? []).filter((role) => roles.has(role));
}

/** Whether whoever holds these grants may give or take this role for this region: at the role's level, within their own. */
export function mayGrant(own: readonly Grant[], role: Role, region: string): boolean {
  if (regionLevel(region) !== ROLE_LEVELS[role]) return false;
  return own.some((grant) => GRANTABLE[grant.role]?.includes(role) && regionCovers(grant.region, region));
}

/** The counties whose people these grants let one look through to give and take roles. */
export function countiesGrantedIn(own: readonly Grant[]): string[] {
  return [...new Set(own.flatMap(({ role, region }) => (GRANTABLE[role] === undefined ? [] : [region])))];
}

/** Whom to ask, in Chinese, to be rid of a role: members and conveners answer to the county's 政协. */
export function takenBy(role: Role): string {
  return GRANTABLE.county_office?.includes(role) ? '县（区）政协' : ROLE_LABELS.admin;
}

/** What is recorded of roles and of staff accounts. */
export const STAFF_EVENT_ACTIONS = ['grant', 'take', 'open_account', 'reset_account', 'disable_account'] as const;
export type StaffEventAction = (typeof STAFF_EVENT_ACTIONS)[number];

export const STAFF_EVENT_LABELS: Readonly<Record<StaffEventAction, string>> = {
  grant: '授予身份',
  take: '解除身份',
  open_account: '开通工作账号',
  reset_account: '重置工作账号',
  disable_account: '停用工作账号',
};

/** Who did what is recorded without a person: whoever runs the server. */
export const OPERATOR_NAME = '系统运维';

/**
 * Whether the last one who holds a role can only lose it to somebody else: without a convener (召集人) nobody screens what
 * residents raise, and what waits for any role would wait for ever.
 * @param waits whether anything waits for whoever holds it there
 */
export const needsSuccessor = (role: Role, waits: boolean): boolean => role === 'convener' || waits;
