const HAN = '\\p{Script=Han}';
const CLOCK = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?';
const DAY = '(?:\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2})';
const MOMENT = `(?:${DAY} ?)?${CLOCK}`;
const whole = (pattern) => new RegExp(`^(?:${pattern})$`, 'u');

/** What a value of each kind of field may be. WeChat cuts nothing off: what does not fit is refused. */
const KINDS = {
  thing: whole('.{1,20}'),
  number: whole('-?\\d{1,32}(?:\\.\\d{1,32})?'),
  letter: whole('[A-Za-z]{1,32}'),
  symbol: whole('[^\\p{L}\\p{N}\\s]{1,5}'),
  character_string: whole('[\\x21-\\x7E]{1,32}'),
  time: whole(`${MOMENT}(?:~${MOMENT})?`),
  date: whole(`${DAY}(?: ?${CLOCK})?(?:~${DAY}(?: ?${CLOCK})?)?`),
  amount: whole('\\p{Sc}?\\d{1,10}(?:\\.\\d+)?元?'),
  phone_number: whole('[\\d+\\-() ]{1,17}'),
  car_number: whole('[\\p{L}\\d·]{1,8}'),
  name: whole(`[${HAN}·]{1,10}|[A-Za-z .]{1,20}|.{1,10}`),
  phrase: whole(`${HAN}{1,5}`),
};
const UNWANTED = /[\p{Cc}\u2028\u2029]/u;
const DIGITS_MAX = 32;

/**
 * @param {string} field e.g. thing1, character_string2
 * @param {unknown} value
 * @param {readonly string[] | undefined} choices of the template, where the field is an enum
 * @returns {boolean} whether WeChat would take it
 */
export function isGoodValue(field, value, choices) {
  if (typeof value !== 'string' || value === '' || UNWANTED.test(value)) return false;
  if (choices !== undefined) return choices.includes(value);
  const kind = field.replace(/\d+$/, '');
  if (kind === 'number' && value.replace(/\D/g, '').length > DIGITS_MAX) return false;
  return KINDS[kind]?.test(value) ?? false;
}

/** @returns {string[]} the fields of a template, in the order in which it shows them */
export function fieldsOf({ content }) {
  return [...content.matchAll(/\{\{(\w+)\.DATA\}\}/g)].map(([, field]) => field);
}
