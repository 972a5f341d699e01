import { Secret, TOTP } from 'otpauth';

const ISSUER = '有事好商量';
const STEP_MS = 30_000;
const SECRET_BYTES = 20;
/** A phone's clock may be one step early or late. */
const WINDOW = 1;

const totpOf = (secret: string, label = '') =>
  new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), period: STEP_MS / 1000 });

/** A new secret in base32. */
export function newAuthenticatorSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** otpauth://… for an authenticator (RFC 6238, SHA-1, six digits, 30 seconds). */
export function otpauthUri(secret: string, username: string): string {
  return totpOf(secret, username).toString();
}

/** The step whose code this is, to be used once; null for a wrong code. @param now ms since 1970 */
export function stepOfCode(secret: string, code: string, now: number): number | null {
  const delta = totpOf(secret).validate({ token: code, window: WINDOW, timestamp: now });
  return delta === null ? null : Math.floor(now / STEP_MS) + delta;
}

/** The code of a moment, as an authenticator shows it. */
export function codeAt(secret: string, now: number): string {
  return totpOf(secret).generate({ timestamp: now });
}
