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
