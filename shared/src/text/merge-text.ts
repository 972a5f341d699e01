import { diff3Merge } from 'node-diff3';

/** A clause with the mark that ends it. */
const CLAUSE = /[^。！？；，\n]*[。！？；，\n]|[^。！？；，\n]+/gu;
/** A number, a word of letters, or one other character: what is changed as a whole, so that 100 and 200 never make 1200. */
const WORD = /[0-9０-９]+(?:[.,][0-9]+)*%?|[〇零一二两三四五六七八九十百千万亿]+|[A-Za-z]+|[\s\S]/gu;
const ENDS_A_CLAUSE = /[。！？；，\n]$/u;
/** Ordinary minutes of the greatest length have half as many. */
const PAIRS_MAX = 100_000;

interface Region {
  ok?: string[];
  conflict?: { a: string[]; o: string[]; b: string[] };
}

/**
 * Joins what two people made of the same text. What only one of them changed is taken over; where both changed the same
 * clause, both clauses stay, theirs first, for people to choose. Nothing that either typed is left out.
 */
export function mergeText(base: string, mine: string, theirs: string): string {
  if (mine === theirs || base === theirs) return mine;
  if (base === mine) return theirs;
  return regions(base, mine, theirs, CLAUSE)
    .map(({ ok, conflict }) => ok?.join('') ?? mergeClauses(conflict))
    .join('');
}

/** Both wrote here: word by word where they only added, else each one's clauses as they are. */
function mergeClauses(conflict: Region['conflict']): string {
  if (conflict === undefined) return '';
  const [mine, base, theirs] = [conflict.a.join(''), conflict.o.join(''), conflict.b.join('')];
  const words = regions(base, mine, theirs, WORD);
  if (words.some((region) => region.conflict !== undefined && region.conflict.o.length > 0)) {
    return keepBoth(mine, theirs, '\n');
  }
  return words
    .map(({ ok, conflict: added }) => ok?.join('') ?? keepBoth(added?.a.join('') ?? '', added?.b.join('') ?? '', ''))
    .join('');
}

function regions(base: string, mine: string, theirs: string, piece: RegExp): Region[] {
  const pieces = (text: string): string[] => text.match(piece) ?? [];
  const [a, o, b] = [pieces(mine), pieces(base), pieces(theirs)];
  // The same few words again and again: comparing them takes seconds and finds nothing.
  if (pairs(a, o) > PAIRS_MAX || pairs(b, o) > PAIRS_MAX) return [{ conflict: { a, o, b } }];
  return diff3Merge<string>(a, o, b, { excludeFalseConflicts: true });
}

/** How many pairs of equal pieces there are: what a comparison costs. */
function pairs(one: readonly string[], other: readonly string[]): number {
  const count = new Map<string, number>();
  for (const piece of other) count.set(piece, (count.get(piece) ?? 0) + 1);
  return one.reduce((sum, piece) => sum + (count.get(piece) ?? 0), 0);
}

function keepBoth(mine: string, theirs: string, between: string): string {
  if (theirs.includes(mine)) return theirs;
  if (mine.includes(theirs)) return mine;
  return `${theirs}${ENDS_A_CLAUSE.test(theirs) ? '' : between}${mine}`;
}
