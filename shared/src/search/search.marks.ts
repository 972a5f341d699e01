import type { SearchQuery } from './search.query.js';
import { foldText, withDigits } from './search.words.js';

/** A piece of what is shown of a found text. */
export interface MarkedPiece {
  text: string;
  /** Is what was searched for. */
  hit: boolean;
}

/** So many characters of a text are shown around what was found. */
export const SNIPPET_MAX = 70;
const BEFORE = 16;

/** The text with what was searched for marked, as it is written in the text. */
export function markHits(text: string, query: Pick<SearchQuery, 'stretches'>): MarkedPiece[] {
  const chars = [...text];
  const hits = hitsIn(chars, query);
  const pieces: MarkedPiece[] = [];
  chars.forEach((char, i) => {
    const hit = hits[i] ?? false;
    const last = pieces[pieces.length - 1];
    if (last?.hit === hit) last.text += char;
    else pieces.push({ text: char, hit });
  });
  return pieces;
}

/** The stretch of the texts that has most of what was searched for, marked; empty where none has any of it. */
export function snippetOf(texts: readonly string[], query: Pick<SearchQuery, 'stretches'>): MarkedPiece[] {
  let best: { chars: string[]; from: number; count: number } | null = null;
  for (const text of texts) {
    const chars = [...text.replace(/\s+/g, ' ')];
    const hits = hitsIn(chars, query);
    const from = hits.indexOf(true);
    if (from < 0) continue;
    const count = hits.slice(from, from + SNIPPET_MAX).filter(Boolean).length;
    if (best === null || count > best.count) best = { chars, from, count };
  }
  if (best === null) return [];
  const start = Math.max(0, best.from - BEFORE);
  const end = start + SNIPPET_MAX;
  const shown = best.chars.slice(start, end).join('');
  return markHits(`${start > 0 ? '…' : ''}${shown}${end < best.chars.length ? '…' : ''}`, query);
}

/** Which characters are part of a hit: two neighbours of what was searched for, or all of it where it is shorter. */
function hitsIn(chars: readonly string[], { stretches }: Pick<SearchQuery, 'stretches'>): boolean[] {
  const { folded, origin } = foldedWithOrigin(chars);
  const hits = chars.map(() => false);
  for (const part of new Set(stretches.flatMap(partsOf))) {
    for (let at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + 1)) {
      for (let i = at; i < at + part.length; i += 1) {
        for (const char of origin[i] ?? []) hits[char] = true;
      }
    }
  }
  return hits;
}

function partsOf(stretch: string): string[] {
  const units = stretch.match(/\d+|[^\d]/gu) ?? [];
  return units.length < 2 ? units : units.slice(1).map((unit, i) => `${units[i]}${unit}`);
}

/** The text in the form in which it is compared, and for each of its characters those of the text that it came from. */
function foldedWithOrigin(chars: readonly string[]): { folded: string; origin: number[][] } {
  let plain = '';
  const from: number[] = [];
  chars.forEach((char, i) => {
    const one = foldText(char) || ' ';
    plain += one;
    for (const _ of one) from.push(i);
    // Outside the basic plane a character is two units of a string.
    for (let extra = [...one].length; extra < one.length; extra += 1) from.push(i);
  });
  const folded = withDigits(plain);
  if (folded === plain) return { folded, origin: from.map((i) => [i]) };
  return alignDigits(plain, folded, from);
}

/** Numerals became digits: each digit comes from all of its numeral. */
function alignDigits(plain: string, folded: string, from: readonly number[]): { folded: string; origin: number[][] } {
  const origin: number[][] = [];
  let read = 0;
  while (origin.length < folded.length) {
    if (plain[read] === folded[origin.length]) {
      origin.push([from[read] ?? 0]);
      read += 1;
      continue;
    }
    const numeral = /^[〇零一二两三四五六七八九十百千]+/u.exec(plain.slice(read))?.[0] ?? (plain[read] as string);
    const digits = /^\d+/.exec(folded.slice(origin.length))?.[0] ?? (folded[origin.length] as string);
    const all = [...numeral].map((_, i) => from[read + i] ?? 0);
    for (const _ of digits) origin.push(all);
    read += numeral.length;
  }
  return { folded, origin };
}
