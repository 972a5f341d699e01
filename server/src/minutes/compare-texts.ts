import type { TextChange } from '@consult/shared';
import { diffArrays } from 'diff';

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** What the newer of two texts says differently, word by word; what was removed stands before what came in its place. */
export function compareTexts(older: string, newer: string): TextChange[] {
  const words = (text: string) => [...WORDS.segment(text)].map(({ segment }) => segment);
  return diffArrays(words(older), words(newer)).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
