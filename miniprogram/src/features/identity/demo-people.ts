import { type DemoPerson, ROLE_LABELS, ROLES, type Role } from '@consult/shared';

export interface RoleGroup {
  role: Role;
  label: string;
  people: DemoPerson[];
}

/** 青石镇 or, for somebody who works for one, the department. */
export const placeOf = ({ departmentName, regionName }: DemoPerson): string => departmentName ?? regionName;

/** The people whose name, place or role holds `words`, by role; roles without anyone are left out. */
export function groupByRole(people: readonly DemoPerson[], words: string): RoleGroup[] {
  const found = people.filter((person) => `${person.name}${placeOf(person)}${person.roleLabel}`.includes(words));
  return ROLES.map((role) => ({
    role,
    label: ROLE_LABELS[role],
    people: found.filter((person) => person.role === role),
  })).filter((group) => group.people.length > 0);
}
