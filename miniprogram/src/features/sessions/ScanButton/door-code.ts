/** The page that a mini-program code opens, see pages/open. */
const OPEN_PAGE = /^\/?pages\/open\/index\?(?:.*&)?scene=([^&#]+)/;
const PAIR = /[?&](session|token)=([^&#]+)/g;

/** What the code at the door says. */
export type DoorCode =
  /** The session, and the proof that one stands before it. */
  | { session: string; token: string }
  /** The short name of where a mini-program code (小程序码) leads. */
  | { scene: string };

/**
 * Reads a scanned code: the address on the screen at the door, or the path of a mini-program code.
 * @returns null for any other code
 */
export function doorOf(scanned: string): DoorCode | null {
  const scene = OPEN_PAGE.exec(scanned)?.[1];
  if (scene) return { scene: decodeURIComponent(scene) };
  const found = new Map([...scanned.matchAll(PAIR)].map(([, name, value]) => [name, decodeURIComponent(value ?? '')]));
  const [session, token] = [found.get('session'), found.get('token')];
  return session && token ? { session, token } : null;
}
