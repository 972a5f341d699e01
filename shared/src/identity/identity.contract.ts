import type { GrantInput } from '../people/grant.contract.js';
import type { Me } from '../people/person.contract.js';
import type { SignInWay } from './sign-in.ways.js';

/** POST /identity/sign-in */
export interface SignIn {
  provider: 'demo' | 'wechat';
  /** demo: the person's id. wechat: the code of wx.login, each good once; in WeChat's cloud any word. */
  credential: string;
  /** What the person will know this device by, such as 微信 · iPhone; left out: named after the way. */
  device?: string;
}

/** The answer to everything that signs somebody in, and to POST /identity/refresh. */
export interface SignedIn {
  /** Sent as `Authorization: Bearer …`. */
  token: string;
  /** When the token ends, ms since 1970; refresh before. */
  expiresAt: number;
  /** Good for one refresh, which answers the next one. A retry within a minute answers the same again. */
  refreshToken: string;
  /** Until when it may be used, ms since 1970. */
  refreshExpiresAt: number;
  me: Me;
}

/** POST /identity/refresh; refused with AUTH.EXPIRED, after which one signs in anew. */
export interface Refresh {
  refreshToken: string;
}

/** One row of GET /identity/sign-ins: where I am signed in. */
export interface SignInView {
  id: string;
  way: SignInWay;
  wayLabel: string;
  device: string;
  createdAt: number;
  lastUsedAt: number;
  /** The one that asks. */
  current: boolean;
}

/** POST /identity/staff/sign-in */
export interface StaffSignIn {
  username: string;
  password: string;
  /** Six digits of the authenticator; left out at the first sign-in. */
  code?: string;
  device?: string;
}

/** Signed in, or, at the first sign-in and after a reset, what has to be set up before. */
export type StaffSignInAnswer = { signedIn: SignedIn; setup: null } | { signedIn: null; setup: StaffSetup };

/** What the first sign-in asks for: an authenticator, and a password of one's own. */
export interface StaffSetup {
  /** Sent back with POST /identity/staff/setup; good for ten minutes. */
  ticket: string;
  /** otpauth://… for the authenticator, to be shown as a code. */
  otpauth: string;
  /** The same secret to type in by hand. */
  secret: string;
}

/** POST /identity/staff/setup */
export interface StaffSetupInput {
  ticket: string;
  password: string;
  /** Six digits that the authenticator shows. */
  code: string;
  device?: string;
}

/** PUT /identity/staff/password */
export interface StaffPasswordInput {
  current: string;
  password: string;
}

/** POST /staff-accounts, by an administrator: for somebody of their county, or for whom the product does not know yet. */
export interface StaffAccountInput {
  /** Either this or `person`. */
  personId?: string;
  person?: NewStaff;
  username: string;
  /** For staff who do not bind one by WeChat; with `personId`. */
  phone?: string;
}

/** Somebody new, with the role that they get at once. */
export interface NewStaff extends GrantInput {
  name: string;
  phone: string;
}

/** Shown once, when an account is made or reset. */
export interface StaffInitialPassword {
  personId: string;
  username: string;
  password: string;
}

/** One row of GET /staff-accounts. */
export interface StaffAccountView {
  personId: string;
  name: string;
  username: string;
  /** The first sign-in is still to come. */
  pending: boolean;
  disabled: boolean;
  lockedUntil: number | null;
  createdAt: number;
}

/** POST /identity/qr: a desktop asks to be let in. */
export interface QrSignIn {
  id: string;
  /** Only the desktop has it; shown to nobody. */
  secret: string;
  /** What the code says, at most 32 characters. */
  scene: string;
  expiresAt: number;
}

export const QR_STATES = ['pending', 'scanned', 'confirmed', 'refused', 'expired', 'used'] as const;
export type QrState = (typeof QR_STATES)[number];

/** GET /identity/qr/:id?secret=…, every two seconds. */
export interface QrStateView {
  state: QrState;
}

/** POST /identity/qr/:id/tokens, once the state is `confirmed`; answers SignedIn, and that once. */
export interface QrClaim {
  secret: string;
}

/** POST /identity/qr/:scene/scan: what the phone shows before POST …/confirm lets the desktop in, or …/refuse does not. */
export interface QrAsker {
  /** The browser that asks. */
  device: string;
  createdAt: number;
  expiresAt: number;
}
