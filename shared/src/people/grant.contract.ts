import type { Role } from '../auth/roles.js';
import type { StaffEventAction } from './grant.rules.js';
import type { PersonName } from './person.contract.js';

/** POST /people/:id/grants */
export interface GrantInput {
  role: Role;
  /** At the role's level (ROLE_LEVELS), within the giver's county. */
  region: string;
  /** With role `department` alone. */
  departmentId?: string;
}

/** One row of GET /people/:id/grants. */
export interface GrantView {
  id: string;
  role: Role;
  roleLabel: string;
  region: string;
  regionName: string;
  departmentName: string | null;
  /** Whether whoever asks may take it away (DELETE /grants/:id). */
  mayTake: boolean;
  /** Nobody else has it there, and somebody has to: it can be taken once somebody does. */
  needsSuccessor: boolean;
}

/** One row of GET /people/county, and the answer to POST /people/by-phone. */
export interface CountyPerson extends PersonName {
  /** Masked; null while none is bound. */
  phone: string | null;
  homeTownshipName: string | null;
  /** Of the county asked about. */
  grants: GrantView[];
}

/** POST /people/by-phone: a number in full; it finds nobody by a part. */
export interface PhoneQuery {
  /** County. */
  region: string;
  phone: string;
}

/** One row of GET /staff-events, the latest first. */
export interface StaffEventView {
  id: string;
  at: number;
  action: StaffEventAction;
  actionLabel: string;
  /** Who did it. */
  actorName: string;
  personId: string;
  /** To whom. */
  personName: string;
  roleLabel: string | null;
  regionName: string | null;
  departmentName: string | null;
}
