import { type DemoPerson, ROLE_LABELS, type Role } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IdentityProvider } from './identity-provider.js';

const NAME = 'demo';

/** Lets anyone be any of the demo's people. Exists only in demo mode; production refuses to start with it. */
@Injectable()
export class DemoProvider implements IdentityProvider {
  readonly name = NAME;
  readonly opensAccounts = false;

  async verify(credential: string): Promise<string> {
    return credential;
  }
}

/** Everyone whom the demo lets one be, in the order they were cast. */
export async function demoPeople(db: EntityManager): Promise<DemoPerson[]> {
  const rows: { id: string; name: string; role: Role; region: string; department: string | null }[] = await db.query(
    `SELECT p.id, p.name, g.role, r.name AS region, d.name AS department
     FROM identities i JOIN people p ON p.id = i.person_id JOIN grants g ON g.person_id = p.id
     LEFT JOIN regions r ON r.code = g.region LEFT JOIN departments d ON d.id = g.department_id
     WHERE i.provider = ? ORDER BY i.id, g.id`,
    [NAME],
  );
  return rows.map(({ id, name, role, region, department }) => ({
    id,
    name,
    role,
    roleLabel: ROLE_LABELS[role],
    regionName: region,
    departmentName: department,
  }));
}
