import type { Grant, Role } from '../auth/roles.js';

export interface PersonName {
  id: string;
  name: string;
}

/** GET /people: whom a convener can invite or name. */
export interface PersonView extends PersonName {
  roles: Role[];
  /** Whom they work for; null unless they act for a department. */
  departmentName: string | null;
}

/** GET /me */
export interface Me extends PersonName {
  grants: Grant[];
  /** The township whose page opens first. */
  homeTownship: string | null;
  homeTownshipName: string | null;
  departmentNames: string[];
}

/** GET /identity/demo/people */
export interface DemoPerson extends PersonName {
  role: Role;
  roleLabel: string;
  regionName: string;
  departmentName: string | null;
}

/** POST /identity/sign-in */
export interface SignIn {
  provider: 'demo';
  /** With the demo provider, the person's id. */
  credential: string;
}

export interface SignedIn {
  token: string;
  expiresAt: number;
  me: Me;
}
