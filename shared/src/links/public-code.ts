/** The digits of Crockford's base 32: no I, L, O and U, so that nothing looks like something else or spells a word. */
export const CODE_DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 8;

const CODE = /^[0-9A-HJKMNP-TV-Z]{8}$/;

/** Whether this is the permanent public code of a topic or a promise as it is stored: 7K3M9QAB. */
export const isPublicCode = (text: string): boolean => CODE.test(text);

/**
 * The code that somebody typed or read out: in any case, in groups or not, O taken for 0, and I and L for 1.
 * @returns null where it can be none
 */
export function readPublicCode(typed: string): string | null {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  return isPublicCode(code) ? code : null;
}

/** The code as people read it to each other: 7K3M-9QAB. */
export const sayPublicCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** A code made of random bytes, of which it takes the lowest five bits each. @param bytes at least CODE_LENGTH of them */
export const publicCodeOf = (bytes: ArrayLike<number>): string =>
  Array.from({ length: CODE_LENGTH }, (_, i) => CODE_DIGITS[(bytes[i] ?? 0) % CODE_DIGITS.length]).join('');

/** What has a page of its own that needs no app: a topic, a promise, a region. */
export type PlainPage = 'topic' | 'promise' | 'region';
const PREFIXES: Readonly<Record<PlainPage, string>> = { topic: 't', promise: 'p', region: 'r' };

/** The path of that page, without the platform's address: /t/7K3M9QAB */
export const plainPath = (page: PlainPage, code: string): string => `/${PREFIXES[page]}/${code}`;
