import { ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { ValidationError } from 'class-validator';
import { Flaw, Malformed } from '../../kernel/errors';

/** How many flaws an answer names: enough to mend a form, and no more than a question costs. */
const mostFlaws = 100;

/** Checks every body, query and path against its class: unknown members are refused, nothing is converted implicitly. */
export function validation(): ValidationPipe {
  return new RequestValidation({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false, exposeUnsetFields: false },
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new Malformed(errors.flatMap((error) => flaws(error, '')).slice(0, mostFlaws)),
  });
}

/** A missing body is an empty object, so that it is told what it lacks; a body that is no object is refused as such. */
class RequestValidation extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'body') return super.transform(value, metadata);
    if (value === undefined) return super.transform({}, metadata);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      throw Malformed.at('', 'must be a JSON object');
    }
    // The pipe drops it without a word; any other member that nobody asked for is refused.
    if (Object.hasOwn(value, 'prototype')) throw Malformed.at('/prototype', 'is not a member of this request');
    return super.transform(value, metadata);
  }
}

function flaws(error: ValidationError, parent: string): Flaw[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([name, text]) => ({
    pointer,
    detail:
      name === 'whitelistValidation' ? 'is not a member of this request' : text.replace(error.property, '').trim(),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => flaws(child, pointer))];
}
