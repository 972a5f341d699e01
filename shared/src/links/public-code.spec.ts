import fc from 'fast-check';
import { CODE_DIGITS, isPublicCode, plainPath, publicCodeOf, readPublicCode, sayPublicCode } from './public-code.js';

const codes = fc.uint8Array({ minLength: 8, maxLength: 8 }).map(publicCodeOf);

describe('the public code of a topic or a promise', () => {
  it('has 32 digits to choose from, none of which looks like another', () => {
    expect(new Set(CODE_DIGITS).size).toBe(32);
    expect(CODE_DIGITS).not.toMatch(/[ILOU]/);
  });

  it('is made of any bytes, and read back from what is said of it', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(isPublicCode(code)).toBe(true);
        expect(readPublicCode(sayPublicCode(code))).toBe(code);
        expect(readPublicCode(` ${code.toLowerCase()} `)).toBe(code);
      }),
    );
  });

  it('forgives what people mistake', () => {
    expect(readPublicCode('o1il-O0aB')).toBe('011100AB');
  });

  it.each(['', '7K3M9QA', '7K3M9QABC', '7K3M9QAU', '7K3M9Q路A', "7K3M9QA'"])('cannot be %p', (typed) => {
    expect(readPublicCode(typed)).toBeNull();
  });

  it('differs where the bytes do', () => {
    const all = Array.from({ length: 32 }, (_, i) => publicCodeOf([0, 0, 0, 0, 0, 0, 0, i]));
    expect(new Set(all).size).toBe(32);
  });

  it('stands in the address of a page', () => {
    expect(plainPath('topic', '7K3M9QAB')).toBe('/t/7K3M9QAB');
    expect([plainPath('promise', '7K3M9QAB'), plainPath('region', '419902001')]).toEqual([
      '/p/7K3M9QAB',
      '/r/419902001',
    ]);
  });
});
