import { searchableWords } from '@consult/shared';
import { markOf, nearWord, SHELF_PARTS, type ShelfPart } from './search-shelves.js';
import type { SearchSource } from './search-sources.js';

/** A word on one part of a shelf. */
export interface SearchKey {
  readonly part: ShelfPart;
  readonly word: string;
}

const PARTS = Object.keys(SHELF_PARTS) as ShelfPart[];

/** The keys by which a text is found. @param names of where it belongs: they count as its words */
export function keysOf(source: SearchSource, names: readonly string[]): SearchKey[] {
  const { kind, title, texts, township, community, category, source: from, step, year, isNear } = source;
  const words = searchableWords({ title, texts: [...texts, ...names] });
  const facts = [
    markOf('kind', kind),
    markOf('year', year),
    markOf('in', township),
    ...(community === null ? [] : [markOf('in', community)]),
    ...(category === null ? [] : [markOf('category', category)]),
    ...(from === null ? [] : [markOf('source', from)]),
    ...(step === null ? [] : [markOf('step', step)]),
  ];
  const keys = (part: ShelfPart, of: Iterable<string>) => [...of].map((word) => ({ part, word }));
  return [
    ...keys('text', [...words.text, ...facts]),
    ...keys('title', words.title),
    ...(isNear
      ? keys(
          'near',
          [...words.title].map((word) => nearWord(township, word)),
        )
      : []),
  ];
}

/** The keys as a document keeps them, one a line. */
export const writeKeys = (keys: readonly SearchKey[]): string => keys.map(lineOf).join('\n');

export function readKeys(words: string): SearchKey[] {
  if (words === '') return [];
  return words.split('\n').map((line) => ({ part: PARTS[Number(line[0])] ?? 'text', word: line.slice(1) }));
}

export const lineOf = ({ part, word }: SearchKey): string => `${SHELF_PARTS[part]}${word}`;
