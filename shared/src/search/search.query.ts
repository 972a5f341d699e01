import {
  foldText,
  forgivesTypos,
  isHan,
  pairsOf,
  phraseWords,
  searchCharacters,
  searchWords,
  stretchesOf,
  typosOf,
  withDigits,
} from './search.words.js';

/** How exactly a text has what was searched for, best first. */
export const SEARCH_LEVELS = ['phrase', 'scattered', 'typo'] as const;
export type SearchLevel = (typeof SEARCH_LEVELS)[number];

/** Where all of it stands. */
export type SearchPart = 'title' | 'text';

/** One way of having what was searched for: every one of the words and, where there are any, one of several. */
export interface SearchWay {
  readonly words: readonly string[];
  readonly oneOf: readonly string[];
}

/** One rank of results: the text has at least one of the ways, in this part of it. */
export interface SearchRank {
  readonly part: SearchPart;
  readonly level: SearchLevel;
  readonly ways: readonly SearchWay[];
}

/** What somebody searches for. */
export interface SearchQuery {
  /** Best first; without any nothing can be found. */
  readonly ranks: readonly SearchRank[];
  /** The stretches as they were typed, in one form, for marking them in what is found. */
  readonly stretches: readonly string[];
}

/** What is typed may be this long, characters. */
export const SEARCH_TEXT_MAX = 40;

/** Reads what somebody typed: blanks and marks part what need not stand together. */
export function readSearch(text: string): SearchQuery {
  const folded = foldText(text);
  const stretches = stretchesOf(withDigits(folded));
  if (stretches.length === 0) return { ranks: [], stretches: [] };
  const phrase = [...phraseWords(text)];
  const scattered = unique(stretches.flatMap(apart));
  const levels: { level: SearchLevel; ways: SearchWay[] }[] = [{ level: 'phrase', ways: [allOf(phrase)] }];
  if (scattered.length < phrase.length) levels.push({ level: 'scattered', ways: [allOf(scattered)] });
  const typo = { level: 'typo' as const, ways: withTypos(stretches) };
  const ranks = (part: SearchPart) => levels.map((level) => ({ part, ...level }));
  const last = typo.ways.length > 0 ? (['title', 'text'] as const).map((part) => ({ part, ...typo })) : [];
  return { ranks: [...ranks('title'), ...ranks('text'), ...last], stretches: stretches.map((units) => units.join('')) };
}

/** What of a text is searched. */
export interface SearchableText {
  readonly title: string;
  /** All else that it says, and the names of where it belongs. */
  readonly texts: readonly string[];
}

/** The words of a text by part; those of the title are also words of the text. */
export interface SearchableWords {
  readonly title: ReadonlySet<string>;
  readonly text: ReadonlySet<string>;
}

/** More words are not kept of one text: the longest minutes have fewer. */
export const SEARCH_WORDS_MAX = 4000;

export function searchableWords({ title, texts }: SearchableText): SearchableWords {
  const ofTitle = searchWords(title);
  const ofText = new Set([...ofTitle, ...texts.flatMap((text) => [...searchWords(text)])]);
  for (const char of searchCharacters(title)) ofTitle.add(char);
  return { title: ofTitle, text: new Set([...ofText].slice(0, SEARCH_WORDS_MAX)) };
}

/** A single Han character is looked for in titles alone: in texts it would find everything. */
export const isTitleWord = (word: string): boolean => isHan(word);

/** The best rank in which a text has what is searched for; -1: it has not. */
export function rankOf({ ranks }: Pick<SearchQuery, 'ranks'>, words: SearchableWords): number {
  return ranks.findIndex(({ part, ways }) =>
    ways.some(({ words: all, oneOf }) => {
      const has = (word: string) => words[isTitleWord(word) ? 'title' : part].has(word);
      return all.every(has) && (oneOf.length === 0 || oneOf.some(has));
    }),
  );
}

const allOf = (words: readonly string[]): SearchWay => ({ words, oneOf: [] });
const unique = (words: readonly string[]): string[] => [...new Set(words)];

/** The pairs that a stretch falls into when what it says need not stand together: 楼道照明 → 楼道, 照明. */
function apart(units: readonly string[]): string[] {
  if (units.length === 1) return [...units];
  const all = pairsOf(units);
  return all.filter((_, i) => i % 2 === 0 || i === all.length - 1);
}

/** The stretches, apart, with a typo in one of their numbers; each number in turn. */
function withTypos(stretches: readonly string[][]): SearchWay[] {
  return stretches.flatMap((units, s) => {
    const others = stretches.filter((_, other) => other !== s).flatMap(apart);
    return units.flatMap((unit, i) => {
      if (!forgivesTypos(unit)) return [];
      const next = units[i + 1] ?? '';
      const [before, after] = [units.slice(0, i), units.slice(i + 1)];
      const rest = [...(before.length > 1 ? apart(before) : []), ...(after.length > 1 ? apart(after) : [])];
      return [{ words: unique([...rest, ...others]), oneOf: typosOf(unit).map((form) => form + next) }];
    });
  });
}
