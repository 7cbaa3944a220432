import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
} from 'class-validator';
import { field, FieldOptions } from './fields';

/** A list of some of a few words, each once. */
export function Choices(values: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: 'array', items: { type: 'string', enum: [...values] }, uniqueItems: true },
    IsArray(),
    ArrayMaxSize(values.length),
    ArrayUnique(),
    IsIn(values, { each: true }),
  );
}

/** A list of at least one UUID, each once. */
export function Ids(options: FieldOptions & { max: number }): PropertyDecorator {
  return field(
    options,
    {
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      minItems: 1,
      maxItems: options.max,
      uniqueItems: true,
    },
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(options.max),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
  );
}

/** A list of short names, each once, spaces around them removed. */
export function Names(options: FieldOptions & { max: number; longest: number }): PropertyDecorator {
  return field(
    options,
    { type: 'array', items: { type: 'string', minLength: 1, maxLength: options.longest }, maxItems: options.max },
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value) ? value.map((each: unknown) => (typeof each === 'string' ? each.trim() : each)) : value,
    ),
    IsArray(),
    ArrayMaxSize(options.max),
    ArrayUnique(),
    IsString({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(options.longest, { each: true }),
  );
}
