import {
  CONTENT_KIND_LABELS,
  CONTENT_KINDS,
  isSettled,
  isShown,
  labelWords,
  overlappingParts,
  REVIEW_CAUSE_LABELS,
  REVIEW_CAUSES,
} from './content.rules.js';
import { CONTENT_STATES } from './content.states.js';

describe('what is shown', () => {
  it('is only what passed', () => {
    expect(CONTENT_STATES.filter(isShown)).toEqual(['passed']);
  });

  it('and what is hidden needs nobody who looks once it is decided', () => {
    expect(CONTENT_STATES.filter(isSettled)).toEqual(['passed', 'refused', 'taken_down']);
  });

  it('has a name of its own for each kind and each cause of a review', () => {
    expect(new Set(CONTENT_KINDS.map((kind) => CONTENT_KIND_LABELS[kind])).size).toBe(CONTENT_KINDS.length);
    expect(new Set(REVIEW_CAUSES.map((cause) => REVIEW_CAUSE_LABELS[cause])).size).toBe(REVIEW_CAUSES.length);
  });
});

describe('the machine’s label', () => {
  it('is told in plain words, also one that is new', () => {
    expect(labelWords(20003)).toBe('可能含有辱骂他人的话');
    expect(labelWords(21000)).toBe('可能含有不适合公开的内容');
    expect(labelWords(29999)).toBe('可能含有不适合公开的内容');
  });

  it('says nothing where nothing is wrong', () => {
    expect(labelWords(100)).toBeNull();
    expect(labelWords(null)).toBeNull();
  });
});

describe('a long text', () => {
  it('stays whole as long as a check takes it', () => {
    expect(overlappingParts('一二三四', 4, 1)).toEqual(['一二三四']);
    expect(overlappingParts('', 4, 1)).toEqual(['']);
  });

  it('is cut into parts that share their edges, so that a word on an edge is whole in one of them', () => {
    expect(overlappingParts('一二三四五六七', 4, 2)).toEqual(['一二三四', '三四五六', '五六七']);
    const text = Array.from({ length: 61 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
    const parts = overlappingParts(text, 10, 3);
    for (let i = 0; i + 3 <= 61; i += 1) expect(parts.some((part) => part.includes(text.slice(i, i + 3)))).toBe(true);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(10);
  });

  it('never cuts a character in two', () => {
    expect(overlappingParts('𠮷𠮷𠮷', 2, 1)).toEqual(['𠮷𠮷', '𠮷𠮷']);
  });
});
