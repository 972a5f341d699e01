const SPACE_AND_MARKS = /[\s\p{P}\p{S}]+$/u;
/** Runs of letters and digits, single marks and blanks, and pairs of other characters. */
const ROUGH_WORD = /[A-Za-z0-9]+|\p{Script=Han}{1,2}|[\s\S]/gu;

interface Segmenter {
  segment(text: string): Iterable<{ segment: string }>;
}
type SegmenterClass = new (locale: string, options: { granularity: 'word' }) => Segmenter;

/** Not every WeBView has it, nor do the types of ES2020 name it. */
const segmenter = (() => {
  const found = (Intl as { Segmenter?: SegmenterClass }).Segmenter;
  return found === undefined ? null : new found('zh', { granularity: 'word' });
})();

/** The words of a text, marks and blanks among them; by dictionary where the platform has one, else roughly. */
export function wordsOf(text: string, withDictionary = true): string[] {
  if (segmenter === null || !withDictionary) return text.match(ROUGH_WORD) ?? [];
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * Shortens to at most `max` UTF-16 units, which is never less strict than characters: between words, with `tail` in
 * place of what is left out; inside a word only when it alone is too long, and never inside a character.
 */
export function shortenTo(text: string, max: number, tail = '…', words = wordsOf): string {
  if (text.length <= max) return text;
  const room = max - tail.length;
  let kept = '';
  for (const word of words(text)) {
    if (kept.length + word.length > room) break;
    kept += word;
  }
  kept = kept.replace(SPACE_AND_MARKS, '');
  // A first word as long as an address leaves nothing: then between characters.
  if (kept.length * 3 < room) {
    kept = '';
    for (const char of text) {
      if (kept.length + char.length > room) break;
      kept += char;
    }
  }
  return `${kept}${tail}`;
}
