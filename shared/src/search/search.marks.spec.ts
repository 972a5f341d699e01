import { markHits, SNIPPET_MAX, snippetOf } from './search.marks.js';
import { readSearch } from './search.query.js';

const shown = (pieces: { text: string; hit: boolean }[]) =>
  pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
const marked = (text: string, typed: string) => shown(markHits(text, readSearch(typed)));

describe('What was searched for is marked', () => {
  it.each([
    ['楼道照明改造', '照明', '楼道[照明]改造'],
    ['楼道照明改造', '楼道照明', '[楼道照明]改造'],
    ['楼道里缺少照明', '楼道照明', '[楼道]里缺少[照明]'],
    ['三号院漏水', '3号院', '[三号院]漏水'],
    ['二十一栋漏水', '21栋', '[二十一栋]漏水'],
    ['３号院漏水', '3号院', '[３号院]漏水'],
    ['广场装WiFi', 'wifi', '广场装[WiFi]'],
    ['修路灯', '灯', '修路[灯]'],
    ['𠮷野路灯', '路灯', '𠮷野[路灯]'],
    ['无关', '路灯', '无关'],
  ])('in %s by %s', (text, typed, is) => {
    expect(marked(text, typed)).toBe(is);
  });
});

describe('A snippet', () => {
  it('is the stretch around what was found, with an ellipsis where there is more', () => {
    const text = `${'前'.repeat(100)}路灯不亮${'后'.repeat(100)}`;
    const snippet = snippetOf([text], readSearch('路灯'));
    expect(shown(snippet)).toMatch(/^…前+\[路灯\]不亮后+…$/);
    expect(snippet.map((piece) => piece.text).join('').length).toBeLessThanOrEqual(SNIPPET_MAX + 2);
  });

  it('is of the text that has most of it', () => {
    expect(shown(snippetOf(['路口没有灯', '楼道没有照明'], readSearch('楼道照明')))).toBe('[楼道]没有[照明]');
  });

  it('is empty where the text has none of it', () => {
    expect(snippetOf(['无关'], readSearch('路灯'))).toEqual([]);
  });
});
