/** A county's own list of words that are refused at once (屏蔽词). */
export const BLOCKED_WORD_LIMITS = { words: 500, wordMin: 2, wordMax: 20 } as const;

/** What of a text counts when words are looked for: letters and digits alone, in one width and case. */
export function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

/**
 * The first of the words that stands in one of the texts, whatever blanks and marks are between its characters.
 * Texts are looked at one by one, so that no word comes about where two of them meet.
 */
export function findBlockedWord(texts: readonly string[], words: readonly string[]): string | undefined {
  const bare = texts.map(bareText);
  return words.find((word) => {
    const wanted = bareText(word);
    return wanted !== '' && bare.some((text) => text.includes(wanted));
  });
}
