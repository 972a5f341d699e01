import { regionAt } from '@consult/shared';

/*
 * The index stands on shelves: one for each county, for everybody and for staff alone, and each of these in three parts.
 * A shelf's number is the county's code and one digit, so that it fits a whole number and begins the primary key.
 */

/** Parts of a shelf, added to its number. */
export const SHELF_PARTS = { text: 0, title: 1, near: 2 } as const;
export type ShelfPart = keyof typeof SHELF_PARTS;
const STAFF = 5;

/** The shelf of a county, for everybody or for its staff alone. */
export function shelfOf(region: string, isPublic: boolean): number {
  return Number(regionAt(region, 'county')) * 10 + (isPublic ? 0 : STAFF);
}

const OPEN = 2 ** 30;

/** Where a text stands among others: open ones above closed ones, newer above older. */
export const standingOf = (document: number, isOpen: boolean): number => document + (isOpen ? OPEN : 0);
export const documentAt = (standing: number): number => standing % OPEN;
export const STANDING_MAX = 2 * OPEN - 1;

/** A word that stands for a fact, by which results are filtered; nobody can type it. */
export const markOf = (fact: 'kind' | 'step' | 'category' | 'source' | 'year' | 'in', value: string | number): string =>
  `#${fact}:${value}`;

/** A word of a title as it is kept for finding similar topics in one township. */
export const nearWord = (township: string, word: string): string => `${township}${word}`;
