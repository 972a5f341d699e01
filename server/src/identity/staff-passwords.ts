import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** As OWASP advises for argon2id; memory in KiB. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Without signs that look alike. */
const ALPHABETS = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '-+='];
const LENGTH = 14;

/** argon2id, salted. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

export function isPassword(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, password.normalize('NFC'));
}

/** Takes as long as a real comparison, so that nobody learns from the time which user names exist. */
export async function pretendToCompare(password: string): Promise<void> {
  decoy ??= hashPassword('nobody has this password');
  await isPassword(await decoy, password);
}

let decoy: Promise<string> | undefined;

/** A first password, of every kind of sign, for an administrator to hand over. */
export function initialPassword(): string {
  const pick = (signs: string) => signs[randomInt(signs.length)] ?? '';
  const all = ALPHABETS.join('');
  const signs = [...ALPHABETS.map(pick), ...Array.from({ length: LENGTH - ALPHABETS.length }, () => pick(all))];
  for (let i = signs.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [signs[i], signs[j]] = [signs[j] ?? '', signs[i] ?? ''];
  }
  return signs.join('');
}
