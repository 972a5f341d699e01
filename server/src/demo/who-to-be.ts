import { ROLES, type Role } from '@consult/shared';
import type { EntityManager } from 'typeorm';
import { demoPeople } from '../identity/demo-provider.js';

/** One of the demo's people for each role, for whoever starts it: 居民 吕巧玲（沿河街道）. */
export async function whoToBe(db: EntityManager): Promise<string[]> {
  const people = await demoPeople(db);
  const first = (role: Role) => people.find((person) => person.role === role);
  return ROLES.flatMap((role) => {
    const person = first(role);
    return person ? [`${person.roleLabel} ${person.name}（${person.departmentName ?? person.regionName}）`] : [];
  });
}
