import { type Grant, type Me, type Role, type SignedIn, STAFF_ROLES } from '@consult/shared';
import { createStoredStore } from './store';

/** What proves who somebody is, for a while, and what gets the next one. */
export type Tokens = Omit<SignedIn, 'me'>;

/** Who is signed in on this device; both null for a visitor. */
export interface Session {
  tokens: Tokens | null;
  me: Me | null;
}

const VISITOR: Session = { tokens: null, me: null };

function isSession(found: unknown): found is Session {
  return typeof found === 'object' && found !== null && 'tokens' in found && 'me' in found;
}

const store = createStoredStore<Session>('session', VISITOR, isSession);

export interface SessionView extends Session {
  signedIn: boolean;
  grants: readonly Grant[];
  /** Has a workbench (待办). */
  isStaff: boolean;
  hasRole(role: Role): boolean;
}

function viewOf(session: Session): SessionView {
  const grants = session.me?.grants ?? [];
  return {
    ...session,
    signedIn: session.tokens !== null,
    grants,
    isStaff: grants.some((grant) => STAFF_ROLES.includes(grant.role)),
    hasRole: (role) => grants.some((grant) => grant.role === role),
  };
}

/** The session now, outside of components. */
export const currentSession = (): SessionView => viewOf(store.get());

/** The session for a component, which re-renders when somebody signs in or out. */
export const useSession = (): SessionView => viewOf(store.use());

/** Called with every change of the session; returns the way to stop it. */
export const onSessionChange = store.subscribe;

/** Takes the session that another tab of the browser may have renewed or ended. */
export const readSessionAgain = store.readAgain;

export function startSession(tokens: Tokens, me: Me): void {
  store.set({ tokens, me });
}

export function updateMe(me: Me): void {
  if (store.get().tokens !== null) store.set({ ...store.get(), me });
}

export function endSession(): void {
  store.set(VISITOR);
}
