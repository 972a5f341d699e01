/** The number of code points: 𠮷 and 㐂 are one each, an emoji joined from several counts each of them. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** The first `max` characters, never half of one. */
export function truncate(text: string, max: number): string {
  const chars = [...text];
  return chars.length <= max ? text : `${chars.slice(0, max - 1).join('')}…`;
}

// Control characters but newline and tab, format marks (zero width, bidi) but the joiner before an emoji, and
// halves of characters, which no database stores.
const UNWANTED = /(?![\n\t]|\u200D\p{Extended_Pictographic})[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** What is kept of text that somebody typed: composed form, no control characters, no outer blanks. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNWANTED, '').normalize('NFC').trim();
}

/** The same in one line, for titles and names. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{Letter}\p{Number}])+/gu;

/**
 * The two-character words by which Chinese text is compared and found: each pair of neighbouring Han
 * characters, and each run of letters or digits as a whole, in lower case. No duplicates.
 */
export function bigrams(text: string): string[] {
  const grams = new Set<string>();
  for (const [run] of cleanLine(text).toLowerCase().matchAll(WORD)) {
    const chars = [...run];
    if (/\p{Script=Han}/u.test(run)) {
      for (let i = 0; i + 1 < chars.length; i++) grams.add(`${chars[i]}${chars[i + 1]}`);
      if (chars.length === 1) grams.add(run);
    } else {
      grams.add(truncate(run, 16));
    }
  }
  return [...grams];
}

/** How much of `wanted` is found, 0 to 1. */
export function likeness(wanted: readonly string[], found: number): number {
  return wanted.length === 0 ? 0 : found / wanted.length;
}

/** A title has to share this much of its words with another to be offered as similar. */
export const SIMILAR_MIN = 0.3;
export const SIMILAR_MAX_ROWS = 5;
