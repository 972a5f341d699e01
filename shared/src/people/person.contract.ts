import type { AttachmentView } from '../attachments/attachment.contract.js';
import type { Grant, Role } from '../auth/roles.js';
import type { SignInWay } from '../identity/sign-in.ways.js';
import type { ContentState } from '../moderation/content.states.js';
import type { ConsentDocument } from './consent.rules.js';

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

/** A name that one has asked for and that others do not see (yet). */
export interface ProposedName {
  name: string;
  /** Never `passed`: then it is one's name. */
  state: ContentState;
}

/** GET /me; `name` is what others see. */
export interface Me extends PersonName {
  proposedName: ProposedName | null;
  avatar: AttachmentView | null;
  grants: Grant[];
  /** The township whose page opens first. */
  homeTownship: string | null;
  homeTownshipName: string | null;
  departmentNames: string[];
  /** Masked, 138****1234; null while none is bound. */
  phone: string | null;
  /** What has to be agreed to before anything is written; empty when nothing is due. */
  consentsDue: ConsentDocument[];
  /** A phone number has to be bound before anything is published. */
  phoneDue: boolean;
  /** How this device is signed in. */
  way: SignInWay;
}

/** GET /identity/demo/people */
export interface DemoPerson extends PersonName {
  role: Role;
  roleLabel: string;
  regionName: string;
  departmentName: string | null;
}
