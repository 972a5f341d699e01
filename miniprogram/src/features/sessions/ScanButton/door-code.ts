/** What the code at the door says: the session, and the proof that one stands before it. */
export interface DoorCode {
  session: string;
  token: string;
}

const PAIR = /[?&](session|token)=([^&#]+)/g;

/**
 * Reads a scanned code: the address on the screen at the door, or the path of a mini-program code.
 * @returns null for any other code
 */
export function doorOf(scanned: string): DoorCode | null {
  const found = Object.fromEntries(
    [...scanned.matchAll(PAIR)].map(([, name, value]) => [name, decodeURIComponent(value ?? '')]),
  );
  const { session, token } = found as Partial<DoorCode>;
  return session && token ? { session, token } : null;
}
