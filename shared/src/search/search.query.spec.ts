import { rankOf, readSearch, type SearchableText, searchableWords } from './search.query.js';
import { numeralOf, phraseWords, searchWords, wordsWritten } from './search.words.js';

const doc = (title: string, ...texts: string[]): SearchableText => ({ title, texts });

/** `title phrase`, `text typo` …; null: not found. */
function found(typed: string, text: SearchableText): string | null {
  const query = readSearch(typed);
  const rank = query.ranks[rankOf(query, searchableWords(text))];
  return rank === undefined ? null : `${rank.part} ${rank.level}`;
}

describe('A search finds', () => {
  it.each([
    ['a word of two characters in the title', '照明', doc('楼道照明改造'), 'title phrase'],
    ['a word of two characters in the text', '照明', doc('楼道改造', '没有照明。'), 'text phrase'],
    ['what stands together', '楼道照明', doc('楼道照明改造'), 'title phrase'],
    ['what stands apart, below that', '楼道照明', doc('楼道里缺少照明'), 'title scattered'],
    ['what is in title and text together', '楼道 照明', doc('楼道改造', '没有照明。'), 'text phrase'],
    ['each of two words, in either order', '照明 楼道', doc('楼道照明改造'), 'title phrase'],
    ['one character of a title', '灯', doc('修路灯'), 'title phrase'],
    ['the name of where it belongs', '曙北社区 路灯', doc('修路灯', '曙北社区', '曙光街道'), 'text phrase'],
    ['letters in either case', 'WIFI', doc('广场装WiFi'), 'title phrase'],
    ['full-width digits by half-width ones', '3号院', doc('３号院漏水'), 'title phrase'],
    ['half-width digits by full-width ones', '３号院', doc('3号院漏水'), 'title phrase'],
    ['Chinese numerals by digits', '3号院', doc('三号院漏水'), 'title phrase'],
    ['digits by Chinese numerals', '三号院', doc('3号院漏水'), 'title phrase'],
    ['larger numerals', '21栋', doc('二十一栋漏水'), 'title phrase'],
    ['a year', '二〇二五年', doc('2025年计划'), 'title phrase'],
    ['a word with a numeral that numbers nothing here', '统一', doc('统一路灯标准'), 'title phrase'],
    ['a number with one digit wrong', '128号院', doc('123号院漏水'), 'title typo'],
    ['a number with one digit missing', '13号院', doc('123号院漏水'), 'title typo'],
    ['a number with one digit too many', '1234号院', doc('123号院漏水'), 'title typo'],
    ['a number with two digits swapped', '132号院', doc('123号院漏水'), 'title typo'],
    ['a number with a typo in the text', '128号院', doc('漏水', '在123号院。'), 'text typo'],
    ['a number that ends a stretch, with a typo', '热线12346', doc('拨打热线12345'), 'title typo'],
  ])('%s', (_, typed, text, rank) => {
    expect(found(typed, text)).toBe(rank);
  });
});

describe('A search does not find', () => {
  it.each([
    ['what has only one of the words', '楼道 照明', doc('楼道改造')],
    ['a number with two digits wrong', '199号院', doc('123号院漏水')],
    ['another single digit', '3号院', doc('4号院漏水')],
    ['the number with another thing behind it', '128号院', doc('123栋漏水')],
    ['a number in the middle of a longer one', '23号院', doc('5236号院')],
    ['one character of a text', '灯', doc('改造', '修路灯')],
    ['anything by marks alone', '！？', doc('改造！？')],
  ])('%s', (_, typed, text) => {
    expect(found(typed, text)).toBeNull();
  });
});

describe('The ranks of a search', () => {
  it('put the title over the text, what stands together over what is scattered, and typos last', () => {
    expect(readSearch('楼道照明12号').ranks.map(({ part, level }) => `${part} ${level}`)).toEqual([
      'title phrase',
      'title scattered',
      'text phrase',
      'text scattered',
      'title typo',
      'text typo',
    ]);
  });

  it('have none twice that says the same', () => {
    expect(readSearch('照明').ranks.map(({ part, level }) => `${part} ${level}`)).toEqual([
      'title phrase',
      'text phrase',
    ]);
  });
});

describe('The words of a text', () => {
  it('are pairs of neighbours, and numbers and words of letters as a whole', () => {
    expect([...searchWords('乘5路公交到A座')]).toEqual(
      expect.arrayContaining(['乘5', '5路', '5', '公交', '到a', 'a座']),
    );
  });

  it('do not join what a mark parts', () => {
    expect(searchWords('路灯，不亮').has('灯不')).toBe(false);
  });

  it('include rare characters whole', () => {
    expect([...searchWords('㐂𠮷路')]).toEqual(['㐂𠮷', '𠮷路']);
  });

  it('are none of blanks, marks and emoji', () => {
    for (const text of ['', ' \n', '！？…', '😀']) expect(searchWords(text).size).toBe(0);
  });

  it('that another text may say as well are the same with forms for typos and without', () => {
    const texts = ['十二号院 电梯', '12号楼电梯增设', '加装WiFi', '12', 'wifi 电梯', '三轮车十元', '二十一号院', '电'];
    for (const written of texts.map(phraseWords)) {
      const shared = (words: Set<string>) => [...written].filter((word) => words.has(word));
      for (const other of texts) expect(shared(wordsWritten(other))).toEqual(shared(searchWords(other)));
    }
  });

  it('stay short however long a run is', () => {
    for (const word of searchWords(`${'a'.repeat(500)}${'1'.repeat(500)}路`)) {
      expect([...word].length).toBeLessThanOrEqual(32);
    }
  });
});

describe('A Chinese numeral', () => {
  it.each([
    ['三', '3'],
    ['十', '10'],
    ['十二', '12'],
    ['二十', '20'],
    ['二十一', '21'],
    ['一百零三', '103'],
    ['两百', '200'],
    ['一千二百', '1200'],
    ['二〇二五', '2025'],
  ])('%s is %s', (numeral, digits) => {
    expect(numeralOf(numeral)).toBe(digits);
  });
});
