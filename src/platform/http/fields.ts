import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDate,
  IsEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isId } from '../../kernel/id';
import { isLocalDate, isLocalTime, isTimeZone, parseInstant } from '../../kernel/site-time';

/**
 * Members of requests. Each decorator is validation and OpenAPI at once, so that the two cannot differ. Nothing is
 * converted silently: a number is a number, a text is a text, and null is refused unless a field says otherwise.
 */
export interface FieldOptions {
  /** May be left out. */
  optional?: boolean;
  /** May be null, which means "none". */
  nullable?: boolean;
  description?: string;
  example?: unknown;
}

/** What every field is made of: its description, its checks, and whether it may be left out or null. */
export function field(
  options: FieldOptions,
  api: ApiPropertyOptions,
  ...checks: PropertyDecorator[]
): PropertyDecorator {
  const { optional = false, nullable = false, description, example } = options;
  return applyDecorators(
    // OpenAPI 3.0 knows `nullable` only beside a `type`, which a mere reference has not: say it where it is true.
    ApiProperty({
      ...api,
      required: !optional,
      ...(nullable && { nullable }),
      description,
      example,
    } as ApiPropertyOptions),
    ...checks,
    ValidateIf((_, value) => !(optional && value === undefined) && !(nullable && value === null)),
  );
}

function check(name: string, test: (value: unknown) => boolean, message: string): PropertyDecorator {
  return ValidateBy({ name, validator: { validate: test, defaultMessage: () => `$property ${message}` } });
}

// Characters that no name, title or reason needs: controls other than line breaks and tabs, and lone surrogates.
const unwanted =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** A text of `min` to `max` characters, spaces around it removed. One line unless `lines` is set. */
export function Text(options: FieldOptions & { max: number; min?: number; lines?: boolean }): PropertyDecorator {
  const { max, min = 1, lines = false } = options;
  return field(
    options,
    { type: 'string', minLength: min, maxLength: max },
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    MinLength(min),
    MaxLength(max),
    check(
      'text',
      (value) => typeof value === 'string' && !unwanted.test(value) && (lines || !/[\r\n]/.test(value)),
      lines ? 'must not contain control characters' : 'must be one line without control characters',
    ),
  );
}

/** A secret that people type: nothing is trimmed, any character but NUL is allowed. */
export function Secret(options: FieldOptions & { max: number; min?: number }): PropertyDecorator {
  const { max, min = 1 } = options;
  return field(
    options,
    { type: 'string', format: 'password', minLength: min, maxLength: max },
    IsString(),
    MinLength(min),
    MaxLength(max),
    check('secret', (value) => typeof value === 'string' && !value.includes('\u0000'), 'must not contain NUL'),
  );
}

/** A mail address, lower-cased: two spellings of one address are one person. */
export function Email(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: 'string', format: 'email', maxLength: 254 },
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value)),
    IsString(),
    MaxLength(254),
    // The library's own check throws at half a character.
    check('text', (value) => typeof value === 'string' && !unwanted.test(value), 'must not contain control characters'),
    IsEmail({ allow_utf8_local_part: false }),
  );
}

/** A UUID. */
export function Id(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: 'string', format: 'uuid' },
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value)),
    check('id', (value) => typeof value === 'string' && isId(value), 'must be a UUID'),
  );
}

/** An instant: RFC 3339 with an offset. Arrives in the class as a Date. */
export function Instant(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: '2027-03-04T09:00:00+02:00', ...options },
    { type: 'string', format: 'date-time' },
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (parseInstant(value) ?? value) : value)),
    check('instant', (value) => value instanceof Date, 'must be an instant of RFC 3339 with an offset'),
    IsDate(),
  );
}

/** A local date, `YYYY-MM-DD`. */
export function DateField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: '2027-03-04', ...options },
    { type: 'string', format: 'date' },
    check('date', (value) => typeof value === 'string' && isLocalDate(value), 'must be a date YYYY-MM-DD'),
  );
}

/** A month, `YYYY-MM`. */
export function MonthField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: '2027-03', ...options },
    { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
    check('month', (value) => typeof value === 'string' && isLocalDate(`${value}-01`), 'must be a month YYYY-MM'),
  );
}

/** A local time of day, `HH:mm`; `24:00` is the end of the day. */
export function TimeField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: '09:00', ...options },
    { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$' },
    check('time', (value) => typeof value === 'string' && isLocalTime(value), 'must be a time HH:mm'),
  );
}

/** The name of a time zone of the IANA database. */
export function ZoneField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: 'Europe/Helsinki', ...options },
    { type: 'string', maxLength: 64 },
    IsString(),
    MaxLength(64),
    check(
      'zone',
      (value) => typeof value === 'string' && isTimeZone(value),
      'must be a time zone such as Europe/Helsinki',
    ),
  );
}

/** A whole number of a body. A text of digits is not one. */
export function Int(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return field(
    options,
    { type: 'integer', minimum: options.min, maximum: options.max },
    IsInt(),
    Min(options.min),
    Max(options.max),
  );
}

/** A number of a body, not necessarily whole. */
export function Num(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return field(
    options,
    { type: 'number', minimum: options.min, maximum: options.max },
    IsNumber({ allowInfinity: false, allowNaN: false }),
    Min(options.min),
    Max(options.max),
  );
}

/** A whole number of a query string. */
export function QueryInt(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return applyDecorators(
    Int(options),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value,
    ),
  );
}

/** True or false of a body. */
export function Bool(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'boolean' }, IsBoolean());
}

/** `true` or `false` of a query string. */
export function QueryBool(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    Bool(options),
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
  );
}

/** One of a few words. */
export function Choice(values: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', enum: [...values] }, IsIn(values));
}

/** Exactly true: a box that has to be ticked. */
export function Ticked(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'boolean', enum: [true] }, IsIn([true]));
}

/** A text of a certain form, and how that is said: "must be two capital letters". */
export function Form(pattern: RegExp, words: string): PropertyDecorator {
  return Matches(pattern, { message: `$property must be ${words}` });
}

const word = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** A list of short words such as features: lower case, digits, hyphens; each once. */
export function Words(options: FieldOptions & { max: number }): PropertyDecorator {
  return field(
    options,
    { type: 'array', items: { type: 'string', pattern: word.source }, maxItems: options.max },
    IsArray(),
    ArrayMaxSize(options.max),
    ArrayUnique(),
    Matches(word, { each: true, message: '$property must be words of lower case letters, digits and hyphens' }),
  );
}

/** The same list in a query string, separated by commas. */
export function QueryWords(options: FieldOptions & { max: number }): PropertyDecorator {
  return applyDecorators(
    field(
      options,
      { type: 'string', description: 'words separated by commas' },
      IsArray(),
      ArrayMaxSize(options.max),
      ArrayUnique(),
      Matches(word, { each: true, message: '$property must be words of lower case letters, digits and hyphens' }),
    ),
    Transform(({ value }: { value: unknown }) => {
      if (value === undefined || typeof value === 'string') return value?.split(',').filter(Boolean);
      // Said twice it arrives as a list, which is no text with commas.
      return null;
    }),
  );
}

// In the two below `type` is handed on as an arrow of its own: swagger takes a function of that name for one that is to
// be called, and any other for the class itself.

/** A member that is itself an object of the given class. */
export function Nested(type: () => new () => object, options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: () => type() },
    Type(type),
    check('object', isPlain, 'must be an object'),
    ValidateNested(),
  );
}

/** A list of objects of the given class. */
export function ListOf(type: () => new () => object, options: FieldOptions & { max: number }): PropertyDecorator {
  return field(
    options,
    { type: () => type(), isArray: true, maxItems: options.max },
    Type(type),
    IsArray(),
    ArrayMaxSize(options.max),
    check('objects', (value) => Array.isArray(value) && value.every(isPlain), 'must be a list of objects'),
    ValidateNested({ each: true }),
  );
}

function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
