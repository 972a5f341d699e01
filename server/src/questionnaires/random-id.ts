import { randomBytes } from 'node:crypto';

/** The characters of an id. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 26;

/** An id that says nothing of when it was made, unlike newId: it stands at no place among others. */
export function randomId(): string {
  return [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}
