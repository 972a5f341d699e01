import type { RegionLevel } from '../regions/region.js';

/** Roles are granted per region; a person may hold several. */
export const ROLES = [
  'resident',
  'member',
  'convener',
  'department',
  'party_committee',
  'county_office',
  'city_office',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  resident: '居民',
  member: '政协委员',
  convener: '召集人',
  department: '承办部门',
  party_committee: '乡镇党委',
  county_office: '县政协',
  city_office: '市政协',
  admin: '系统管理员',
};

/** The level of region at which a role is granted; a person's role then holds there and below. */
export const ROLE_LEVELS: Readonly<Record<Role, RegionLevel>> = {
  resident: 'township',
  member: 'township',
  convener: 'township',
  department: 'county',
  party_committee: 'township',
  county_office: 'county',
  city_office: 'city',
  admin: 'county',
};

/** Roles that have a workbench (待办). */
export const STAFF_ROLES: readonly Role[] = ['convener', 'department', 'party_committee', 'county_office'];

/**
 * What a person is to one item, beyond their roles.
 * `system` is no person: it marks a move that follows from another one in the same transaction.
 */
export const RELATIONS = [
  'raiser',
  'initiator',
  'chair',
  'recorder',
  'signatory',
  'participant',
  'lead',
  'co_lead',
  'supervisor',
  'researcher',
  'system',
] as const;
export type Relation = (typeof RELATIONS)[number];

export const RELATION_LABELS: Readonly<Record<Relation, string>> = {
  raiser: '提出人',
  initiator: '发起人',
  chair: '主持人',
  recorder: '记录人',
  signatory: '核签人',
  participant: '参会人',
  lead: '牵头部门',
  co_lead: '协办部门',
  supervisor: '督办领导',
  researcher: '调研组成员',
  system: '系统',
};

export type Capacity = Role | Relation;
export const CAPACITIES: readonly Capacity[] = [...ROLES, ...RELATIONS];

/** The Chinese name of a role or relation. */
export function capacityLabel(capacity: Capacity): string {
  return capacity in ROLE_LABELS ? ROLE_LABELS[capacity as Role] : RELATION_LABELS[capacity as Relation];
}

/** What stands for whoever acted on an item. For a promise, who co-signed its topics is who raised them. */
export function actorLabel(kind: string, capacity: Capacity): string {
  return kind === 'task' && capacity === 'raiser' ? '提出或附议的居民' : capacityLabel(capacity);
}

/** A role held for a region and everything below it. */
export interface Grant {
  readonly role: Role;
  /** Region code, see regions/region.ts. */
  readonly region: string;
  /** The department somebody works for; only with role `department`. */
  readonly departmentId?: string | null;
}
