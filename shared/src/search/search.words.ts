import { cleanLine, truncate } from '../text/text.js';

/*
 * What of a text can be searched for. Chinese is written without blanks, so its words are the pairs of neighbouring units,
 * a unit being one Han character, one number or one word of letters. The same function makes the words of what is searched
 * and of what is searched for.
 */

/** Unbroken by blanks and marks. */
const STRETCH = /[\p{Letter}\p{Number}]+/gu;
const UNIT = /\p{Script=Han}|\d+|(?:(?!\p{Script=Han}|\d)[\p{Letter}\p{Number}])+/gu;
const HAN = /^\p{Script=Han}$/u;
const DIGITS = /^\d+$/;
const UNIT_MAX = 16;

/** Numerals in front of one of these count or number something: 三号院, 十二楼, 二〇二五年. */
const NUMERAL =
  /[〇零一二两三四五六七八九十百千]+(?=[号栋幢楼单元室层组队期区巷弄路门村院座排街届年月日次户人名位个米])/gu;
const DIGIT_OF: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const STEP_OF: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Numbers within these lengths are found with one digit wrong; longer ones are telephone numbers and the like. */
const TYPO_LENGTHS = { min: 2, max: 6 };
/** Stands for any one digit, or for none. */
const ANY_DIGIT = '*';

/** Half-width, lower case, in one line. */
export const foldText = (text: string): string => cleanLine(text).normalize('NFKC').toLowerCase();

/** 二十一 → 21, 二〇二五 → 2025; what is no number is left as it is. */
export function numeralOf(text: string): string {
  const chars = [...text];
  if (!chars.some((char) => char in STEP_OF)) return chars.map((char) => DIGIT_OF[char]).join('');
  let sum = 0;
  let digit: number | null = null;
  for (const char of chars) {
    const step = STEP_OF[char];
    if (step === undefined) {
      digit = DIGIT_OF[char] ?? 0;
    } else {
      sum += (digit ?? 1) * step;
      digit = null;
    }
  }
  return String(sum + (digit ?? 0));
}

/** The text with Chinese numerals as digits where they number something. */
export const withDigits = (folded: string): string => folded.replace(NUMERAL, (numeral) => numeralOf(numeral));

/** The units of each unbroken stretch of a folded text. */
export function stretchesOf(folded: string): string[][] {
  return [...folded.matchAll(STRETCH)].map(([stretch]) =>
    [...stretch.matchAll(UNIT)].map(([unit]) => (HAN.test(unit) ? unit : truncate(unit, UNIT_MAX))),
  );
}

export const isHan = (unit: string): boolean => HAN.test(unit);
export const isNumber = (unit: string): boolean => DIGITS.test(unit);

/** Whether a number is found with one digit wrong, too many, too few or swapped. */
export const forgivesTypos = (unit: string): boolean =>
  isNumber(unit) && unit.length >= TYPO_LENGTHS.min && unit.length <= TYPO_LENGTHS.max;

/** A number with each of its digits left open in turn. */
export const openForms = (number: string): string[] =>
  [...number].map((_, i) => `${number.slice(0, i)}${ANY_DIGIT}${number.slice(i + 1)}`);

/**
 * How a number stands in the index of a text that has it with one digit wrong, missing, too many, or two neighbours
 * swapped; not as it is itself.
 */
export function typosOf(number: string): string[] {
  const digits = [...number];
  const without = digits.map((_, i) => `${number.slice(0, i)}${number.slice(i + 1)}`);
  const oneMore = [...digits, ''].map((_, i) => `${number.slice(0, i)}${ANY_DIGIT}${number.slice(i)}`);
  const swapped = digits.slice(1).map((digit, i) => `${number.slice(0, i)}${digit}${digits[i]}${number.slice(i + 2)}`);
  const forms = [
    ...openForms(number),
    ...oneMore.filter((form) => form.length <= TYPO_LENGTHS.max),
    ...without.filter((form) => form.length >= TYPO_LENGTHS.min),
    ...swapped,
  ];
  return [...new Set(forms)].filter((form) => form !== number);
}

/** The words by which a text is found. */
export function searchWords(text: string): Set<string> {
  const folded = foldText(text);
  const words = new Set<string>();
  for (const version of new Set([folded, withDigits(folded)])) {
    for (const units of stretchesOf(version)) addStretch(words, units);
  }
  return words;
}

/** The words of a text as they were written, without forms for typos: what another text has if it says the same. */
export function phraseWords(text: string): Set<string> {
  return new Set(
    stretchesOf(withDigits(foldText(text))).flatMap((units) => (units.length === 1 ? units : pairsOf(units))),
  );
}

/** What of a text can be said again by another's phraseWords: those, and its numbers and words of letters by themselves. */
export function wordsWritten(text: string): Set<string> {
  return new Set(
    stretchesOf(withDigits(foldText(text))).flatMap((units) => [
      ...pairsOf(units),
      ...(units.length === 1 ? units : units.filter((unit) => !isHan(unit))),
    ]),
  );
}

/** Each unit with the next one. */
export const pairsOf = (units: readonly string[]): string[] => units.slice(1).map((unit, i) => `${units[i]}${unit}`);

/** The single Han characters of a text, by which a title is found that somebody remembers one character of. */
export function searchCharacters(text: string): Set<string> {
  return new Set(stretchesOf(foldText(text)).flat().filter(isHan));
}

function addStretch(words: Set<string>, units: readonly string[]): void {
  units.forEach((unit, i) => {
    const next = units[i + 1] ?? '';
    if (next !== '') words.add(unit + next);
    if (units.length === 1 || !isHan(unit)) words.add(unit);
    if (!forgivesTypos(unit)) return;
    for (const form of openForms(unit)) {
      words.add(form);
      if (next !== '') words.add(form + next);
    }
  });
}
