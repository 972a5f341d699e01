import { cleanLine } from '../text/text.js';
import { shortenTo } from './shorten.js';

/** The types of fields that subscription messages have; the name of a field is its type and a number. */
export const TEMPLATE_VALUE_TYPES = [
  'thing',
  'number',
  'letter',
  'symbol',
  'character_string',
  'time',
  'date',
  'amount',
  'phone_number',
  'car_number',
  'name',
  'phrase',
  'enum',
] as const;
export type TemplateValueType = (typeof TEMPLATE_VALUE_TYPES)[number];

/** A value that cannot be made to fit its field; WeChat would refuse it. */
export class UnfitValue extends Error {}

const CLOCK = '([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?';
const DAY = '\\d{4}(年\\d{1,2}月\\d{1,2}日|-\\d{1,2}-\\d{1,2}|/\\d{1,2}/\\d{1,2}|\\.\\d{1,2}\\.\\d{1,2})';
const POINT = `(${DAY} ?)?${CLOCK}`;

const FORMS = {
  number: /^(?=.{1,32}$)-?\d+(\.\d+)?$/,
  time: new RegExp(`^${POINT}(~${POINT})?$`),
  date: new RegExp(`^${DAY}( ?${CLOCK})?$`),
  amount: /^[¥￥$€£]?\d{1,10}(\.\d{1,2})?元?$/,
  phone_number: /^(?=.{1,17}$)[+\d][\d\- ]*$/,
  car_number: /^(?=.{1,8}$)[\p{Script=Han}A-Z0-9][A-Z0-9]*[\p{Script=Han}A-Z0-9]$/u,
} as const;

const LIMITS = { thing: 20, letter: 32, symbol: 5, character_string: 32, han: 10, latin: 20, phrase: 5 } as const;
/** What stands where nothing of a text may stay: an empty value is refused. */
const NOTHING = {
  thing: '打开查看详情',
  phrase: '有新进展',
  name: '居民',
  character_string: '-',
  symbol: '-',
} as const;

/**
 * A value as its field takes it: nothing is shortened by WeChat, and one field too long or of a wrong form loses the
 * whole message. Free text is shortened between words; a form that has no shorter form is checked.
 * @param choices of an enum field, as the template lists them
 * @throws UnfitValue where the text has not the form that the type asks for
 */
export function fitTemplateValue(type: TemplateValueType, text: string, choices: readonly string[] = []): string {
  const line = cleanLine(text.replace(/\p{Cc}/gu, ' '));
  switch (type) {
    case 'thing':
      return shortenTo(line, LIMITS.thing) || NOTHING.thing;
    case 'phrase':
      return shortenTo(line.replace(/\P{Script=Han}/gu, ''), LIMITS.phrase, '') || NOTHING.phrase;
    case 'name':
      return fitName(line);
    case 'letter':
      return fitLetters(line);
    case 'symbol':
      return shortenTo(line.replace(/[^\p{P}\p{S}]/gu, ''), LIMITS.symbol, '') || NOTHING.symbol;
    case 'character_string':
      return shortenTo(line.replace(/[^\x21-\x7E]/g, ''), LIMITS.character_string, '') || NOTHING[type];
    case 'enum':
      return fitChoice(line, choices);
    default:
      return formed(type, line);
  }
}

function formed(type: keyof typeof FORMS, line: string): string {
  const value = type === 'number' ? line.replace(/[,，\s]/g, '') : line;
  if (!FORMS[type].test(value)) throw new UnfitValue(`not a ${type}`);
  return value;
}

/** Twenty plain letters, or ten characters once any other is among them; a long name with dots is cut at one. */
function fitName(line: string): string {
  const name = line.replace(/[^\p{L}\p{M}·•.'\- ]/gu, '').trim();
  const max = /^[A-Za-z .]*$/.test(name) ? LIMITS.latin : LIMITS.han;
  const parts = (value: string) => value.match(/[^·•\- ]+|[·•\- ]/gu) ?? [];
  return shortenTo(name, max, '', parts) || NOTHING.name;
}

function fitLetters(line: string): string {
  const letters = line.replace(/[^A-Za-z]/g, '');
  if (letters === '') throw new UnfitValue('no letter');
  return letters.slice(0, LIMITS.letter);
}

function fitChoice(line: string, choices: readonly string[]): string {
  const found = choices.find((choice) => choice === line) ?? choices.find((choice) => choice && line.includes(choice));
  if (found === undefined) throw new UnfitValue('not one of the choices');
  return found;
}

/** The type in a field's name, e.g. `thing` of thing1; undefined for a name of no known type. */
export function templateFieldType(field: string): TemplateValueType | undefined {
  const type = /^([a-z_]+?)_?\d+$/.exec(field)?.[1];
  return TEMPLATE_VALUE_TYPES.find((known) => known === type);
}

/** A moment as the types time and date take it: 2026年6月3日 10:00, in China. */
export function templateMoment(at: number): string {
  const china = new Date(at + 8 * 60 * 60 * 1000);
  const [year, month, day] = [china.getUTCFullYear(), china.getUTCMonth() + 1, china.getUTCDate()];
  return `${year}年${month}月${day}日 ${china.toISOString().slice(11, 16)}`;
}
