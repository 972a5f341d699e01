import { cleanLine, cleanText, lengthOf, truncate } from './text.js';

const FAMILY = '👨‍👩‍👧‍👦';
const ZWJ = '\u200D';

describe('The length of a text', () => {
  it('counts rare characters beyond the basic plane as one', () => {
    expect(lengthOf('㐂')).toBe(1);
    expect(lengthOf('𠮷')).toBe(1);
    expect(lengthOf('𠮷野㐂田')).toBe(4);
    expect(lengthOf('')).toBe(0);
  });

  it('counts each part of a joined emoji', () => {
    expect(lengthOf('😀')).toBe(1);
    expect(lengthOf(FAMILY)).toBe(7);
  });
});

describe('A truncated text', () => {
  it('is left alone when it fits', () => {
    expect(truncate('曙北社区', 4)).toBe('曙北社区');
    expect(truncate('', 4)).toBe('');
    expect(truncate('𠮷𠮷𠮷𠮷', 4)).toBe('𠮷𠮷𠮷𠮷');
  });

  it('ends in an ellipsis within the limit and never in half a character', () => {
    expect(truncate('曙北社区养老', 4)).toBe('曙北社…');
    expect(truncate('𠮷𠮷𠮷𠮷𠮷', 4)).toBe('𠮷𠮷𠮷…');
    expect(truncate('😀😀', 1)).toBe('…');
  });
});

describe('Cleaned text', () => {
  it('keeps rare characters, emoji, names with a dot and what looks like markup', () => {
    const kept = [
      '㐂',
      '𠮷野家',
      FAMILY,
      '❤️',
      '🏳️‍🌈',
      '古丽·买买提',
      '<script>alert(1)</script>',
      '&lt;b&gt;',
      "' OR 1=1 --",
    ];
    for (const text of kept) {
      expect(cleanText(text)).toBe(text);
      expect(cleanLine(text)).toBe(text);
    }
  });

  it('loses control characters and marks that nobody sees', () => {
    expect(cleanText('张\u0000建\u0007国\u007F')).toBe('张建国');
    expect(cleanText('张\u200B建\uFEFF国\u00AD')).toBe('张建国');
    expect(cleanText('\u202E国建张\u202C\u2066好\u2069\u200F')).toBe('国建张好');
  });

  it('keeps the joiner only before an emoji', () => {
    expect(cleanText(`养${ZWJ}老`)).toBe('养老');
    expect(cleanText(ZWJ.repeat(8))).toBe('');
    expect(cleanText(`${FAMILY}${ZWJ}`)).toBe(FAMILY);
  });

  it('loses halves of characters', () => {
    expect(cleanText('好\uD83D商\uDE00量')).toBe('好商量');
    expect(cleanText('好\uD83D\uDE00')).toBe('好😀');
  });

  it('has composed letters and one kind of line end', () => {
    expect(cleanText('e\u0301')).toBe('\u00E9');
    expect(cleanText('一\r\n二\r三\n四')).toBe('一\n二\n三\n四');
  });

  it('has no blanks around it but keeps those within', () => {
    expect(cleanText(' \u3000\n 路灯不亮\t修\n\n谢谢 \u3000\n')).toBe('路灯不亮\t修\n\n谢谢');
    expect(cleanText(' \u200B\u3000\n')).toBe('');
  });

  it('is the same when cleaned again', () => {
    for (const text of [` ${ZWJ}\uD83D 路\u200B灯 \r\n`, `\uD83D${ZWJ}😀`, 'e\u200B\u0301']) {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }
  });

  it('in one line has single blanks', () => {
    expect(cleanLine(' 路灯\n不亮\t\u3000修 \r\n')).toBe('路灯 不亮 修');
  });
});
