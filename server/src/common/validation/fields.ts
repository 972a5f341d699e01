import {
  cleanLine,
  cleanText,
  lengthOf,
  PHONE_PATTERN,
  type RegionLevel,
  regionLevel,
  SETTINGS_LIMITS,
} from '@consult/shared';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ID_PATTERN } from '../ids.js';

const REVISION_MAX = 1_000_000;

/*
 * The kinds of fields that requests are made of. Each checks, tells the user in Chinese what is wrong, and
 * describes itself in the OpenAPI document. Blank text counts as left out.
 */

interface Presence {
  optional?: boolean;
}

interface TextOptions extends Presence {
  min?: number;
  max: number;
  /** Said instead where it does not fit, as by a form of many fields that names the one that is meant. */
  says?: string;
}

interface NumberOptions extends Presence {
  min: number;
  max: number;
  /** False allows fractions. */
  whole?: boolean;
  /** As of a text. */
  says?: string;
}

interface ListOptions {
  min?: number;
  max: number;
}

const presence = ({ optional = false }: Presence) => (optional ? IsOptional() : IsDefined({ message: '请填写' }));

/** What is chosen rather than written: an option, a moment, a place, a person. */
const choicePresence = ({ optional = false }: Presence) => (optional ? IsOptional() : IsDefined({ message: '请选择' }));

function cleaned(clean: (text: string) => string, optional: boolean) {
  return Transform(({ value }) => {
    if (typeof value !== 'string') return value;
    const text = clean(value);
    return text === '' && optional ? undefined : text;
  });
}

/** Counts characters as people do, which class-validator's Length does not. */
function characters(
  min: number,
  max: number,
  { each = false, says }: { each?: boolean; says?: string | undefined } = {},
) {
  const message = says ?? (min > 0 ? `请填写 ${min} 到 ${max} 个字` : `不能超过 ${max} 个字`);
  return ValidateBy(
    {
      name: 'characters',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && lengthOf(value) >= min && lengthOf(value) <= max,
        defaultMessage: () => message,
      },
    },
    { each },
  );
}

function text(clean: (value: string) => string, options: TextOptions) {
  const { optional = false, max, says } = options;
  const min = options.min ?? (optional ? 0 : 1);
  return applyDecorators(
    ApiProperty({ type: String, required: !optional, minLength: min, maxLength: max }),
    cleaned(clean, optional),
    presence(options),
    IsString({ message: says ?? '请填写文字' }),
    characters(min, max, { says }),
  );
}

/** One line of text. */
export const LineField = (options: TextOptions) => text(cleanLine, options);

/** A mobile number of the mainland. */
export const PhoneField = (options: Presence = {}) =>
  applyDecorators(
    ApiProperty({ type: String, required: !options.optional, pattern: PHONE_PATTERN.source }),
    cleaned((value) => value.replace(/[\s-]/g, ''), options.optional ?? false),
    presence(options),
    Matches(PHONE_PATTERN, { message: '请填写 11 位手机号' }),
  );

/** A secret that somebody typed, exactly as it is. */
export const SecretField = ({ max }: { max: number }) =>
  applyDecorators(
    ApiProperty({ type: String, minLength: 1, maxLength: max, format: 'password' }),
    presence({}),
    IsString({ message: '请填写文字' }),
    characters(1, max),
  );

/** Text of several lines. */
export const TextField = (options: TextOptions) => text(cleanText, options);

/** One word out of a list. */
export const ChoiceField = (choices: readonly string[], options: Presence = {}) =>
  applyDecorators(
    ApiProperty({ enum: [...choices], required: !options.optional }),
    choicePresence(options),
    IsIn([...choices], { message: '请从选项中选择' }),
  );

/** Words out of a list, each once. */
export const ChoicesField = (choices: readonly string[], { min = 0 }: { min?: number } = {}) =>
  applyDecorators(
    ApiProperty({ enum: [...choices], isArray: true, minItems: min, maxItems: choices.length }),
    IsArray({ message: '请从选项中选择' }),
    ArrayMinSize(min, { message: `至少选择 ${min} 项` }),
    ArrayMaxSize(choices.length, { message: '请从选项中选择' }),
    ArrayUnique({ message: '不能重复选择' }),
    IsIn([...choices], { each: true, message: '请从选项中选择' }),
  );

/** A number; text in a query counts as one. */
export const NumberField = ({ min, max, whole = true, optional = false, says }: NumberOptions) =>
  applyDecorators(
    ApiProperty({ type: whole ? 'integer' : 'number', required: !optional, minimum: min, maximum: max }),
    Type(() => Number),
    presence({ optional }),
    whole ? IsInt({ message: says ?? '请填写整数' }) : IsNumber({}, { message: says ?? '请填写数字' }),
    Min(min, { message: says ?? `不能小于 ${min}` }),
    Max(max, { message: says ?? `不能大于 ${max}` }),
  );

/** Whole numbers, one for each of something. */
export const NumbersField = ({ min = 0, max, each }: ListOptions & { each: { min: number; max: number } }) =>
  applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'integer', minimum: each.min, maximum: each.max },
      minItems: min,
      maxItems: max,
    }),
    IsArray({ message: '请逐项填写' }),
    ArrayMinSize(min, { message: `至少填写 ${min} 项` }),
    ArrayMaxSize(max, { message: `最多填写 ${max} 项` }),
    IsInt({ each: true, message: '请填写整数' }),
    Min(each.min, { each: true, message: `不能小于 ${each.min}` }),
    Max(each.max, { each: true, message: `不能大于 ${each.max}` }),
  );

const LATEST_MOMENT = Date.UTC(2100, 0, 1);

/** A moment, ms since 1970. */
export const MomentField = (options: Presence = {}) =>
  applyDecorators(
    ApiProperty({ type: 'integer', format: 'int64', required: !options.optional, description: 'ms since 1970' }),
    choicePresence(options),
    IsInt({ message: '请选择时间' }),
    Min(0, { message: '请选择时间' }),
    Max(LATEST_MOMENT, { message: '请选择时间' }),
  );

/** True or false; in a query also the words. */
export const FlagField = (options: Presence = {}) =>
  applyDecorators(
    ApiProperty({ type: Boolean, required: !options.optional }),
    Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value)),
    choicePresence(options),
    IsBoolean({ message: '请选择是或否' }),
  );

/** An id that the API gave. */
export const IdField = (options: Presence = {}) =>
  applyDecorators(
    ApiProperty({ type: String, required: !options.optional, pattern: ID_PATTERN.source }),
    choicePresence(options),
    Matches(ID_PATTERN, { message: '请重新选择' }),
  );

/** Text of a form that `fits` knows, taken as it is; not for what people type. */
export const FormField = (fits: (text: string) => boolean, { example, ...options }: Presence & { example: string }) =>
  applyDecorators(
    ApiProperty({ type: String, required: !options.optional, example }),
    presence(options),
    ValidateBy({
      name: 'form',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && fits(value),
        defaultMessage: () => '格式不对',
      },
    }),
  );

/** Ids, each once, in the order that counts. */
export const IdsField = ({ min = 0, max }: ListOptions) =>
  applyDecorators(
    ApiProperty({ type: [String], minItems: min, maxItems: max }),
    IsArray({ message: '请重新选择' }),
    ArrayMinSize(min, { message: `至少选择 ${min} 项` }),
    ArrayMaxSize(max, { message: `最多选择 ${max} 项` }),
    ArrayUnique({ message: '不能重复选择' }),
    Matches(ID_PATTERN, { each: true, message: '请重新选择' }),
  );

/** Lines of text; empty ones are left out. */
export const LinesField = ({
  min = 0,
  max,
  each,
  eachMin = 1,
  optional = false,
}: ListOptions & Presence & { each: number; eachMin?: number }) =>
  applyDecorators(
    ApiProperty({ type: [String], minItems: min, maxItems: max, required: !optional }),
    ...(optional ? [IsOptional()] : []),
    Transform(({ value }) =>
      Array.isArray(value)
        ? value.map((line) => (typeof line === 'string' ? cleanText(line) : line)).filter((line) => line !== '')
        : value,
    ),
    IsArray({ message: '请逐条填写' }),
    ArrayMinSize(min, { message: `至少填写 ${min} 条` }),
    ArrayMaxSize(max, { message: `最多填写 ${max} 条` }),
    characters(eachMin, each, { each: true }),
  );

/** A region code, of one level if named. */
export const RegionField = (level?: RegionLevel, options: Presence = {}) =>
  applyDecorators(
    ApiProperty({ type: String, required: !options.optional, pattern: '^\\d{4}(\\d{2}(\\d{3}(\\d{3})?)?)?$' }),
    choicePresence(options),
    ValidateBy({
      name: 'region',
      validator: {
        validate: (value: unknown) => {
          const found = typeof value === 'string' ? regionLevel(value) : undefined;
          return found !== undefined && (level === undefined || found === level);
        },
        defaultMessage: () => '请选择地区',
      },
    }),
  );

/** An object of its own. */
export const NestedField = (type: () => new () => object, options: Presence = {}) =>
  applyDecorators(
    ApiProperty({ type, required: !options.optional }),
    presence(options),
    ValidateIf((_, value) => value !== undefined),
    ValidateNested(),
    Type(type),
  );

/** A list of objects. */
export const NestedListField = (type: () => new () => object, { min = 0, max }: ListOptions) =>
  applyDecorators(
    ApiProperty({ type, isArray: true, minItems: min, maxItems: max }),
    IsArray({ message: '请逐条填写' }),
    ArrayMinSize(min, { message: `至少填写 ${min} 条` }),
    ArrayMaxSize(max, { message: `最多填写 ${max} 条` }),
    ValidateNested({ each: true }),
    Type(type),
  );

/** The revision of what was read, which the change is meant for. */
export const RevisionField = () => NumberField({ min: 0, max: REVISION_MAX });

/** Spans by name: `{workingDays: n}` or `{days: n}`, as many as a setting may have. @param says of a wrong one, by its name */
export const SpansField = (says: Readonly<Record<string, string>>) =>
  applyDecorators(
    ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'object' } }),
    IsOptional(),
    ValidateBy({
      name: 'spans',
      validator: {
        validate: (value: unknown) => isNamed(value) && wrongSpans(value, says).length === 0,
        defaultMessage: (of) =>
          (isNamed(of?.value) ? wrongSpans(of.value, says) : []).map((name) => says[name] ?? '没有这一项').join('；') ||
          '请填写期限',
      },
    }),
  );

const isNamed = (value: unknown): value is object => typeof value === 'object' && value !== null;

const wrongSpans = (spans: object, names: Readonly<Record<string, string>>): string[] =>
  Object.entries(spans).flatMap(([name, span]) => (Object.hasOwn(names, name) && isSpan(span) ? [] : [name]));

function isSpan(span: unknown): boolean {
  if (typeof span !== 'object' || span === null) return false;
  const entries = Object.entries(span);
  const { min, max } = SETTINGS_LIMITS.span;
  return (
    entries.length === 1 &&
    entries.every(
      ([unit, n]) => (unit === 'days' || unit === 'workingDays') && Number.isInteger(n) && n >= min && n <= max,
    )
  );
}
