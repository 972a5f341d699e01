import { regionCovers } from '../regions/region.js';
import type { Capacity, Grant, Relation, Role } from './roles.js';

/** The roles that somebody's grants give them in a region. */
export function rolesIn(grants: readonly Grant[], region: string): Set<Role> {
  return new Set(grants.filter((g) => regionCovers(g.region, region)).map((g) => g.role));
}

/** Roles in the item's region together with what the person is to the item itself. */
export function capacitiesFor(
  grants: readonly Grant[],
  region: string,
  relations: Iterable<Relation> = [],
): Set<Capacity> {
  return new Set<Capacity>([...rolesIn(grants, region), ...relations]);
}

/** The departments that somebody works for. */
export function departmentsOf(grants: readonly Grant[]): string[] {
  return grants.flatMap((g) => (g.role === 'department' && g.departmentId ? [g.departmentId] : []));
}
