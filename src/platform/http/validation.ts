import { ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, ValidationError } from 'class-validator';
import { Flaw, Malformed } from '../../kernel/errors';

/** How many flaws an answer names: enough to mend a form, and no more than a question costs. */
const mostFlaws = 100;

type MetadataStorage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<MetadataStorage['getTargetValidationMetadatas']>;

/**
 * Has the rules of each class looked up once. class-validator walks through those of all classes for every value, in
 * search of what is inherited: a tenth of a millisecond for each body, query and path here. Rules are written by
 * decorators, so a class has all of its own before there is a value of it.
 */
export function rememberRules(storage: MetadataStorage = getMetadataStorage()): void {
  const lookUp = storage.getTargetValidationMetadatas.bind(storage);
  const known = new WeakMap<object, Rules>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    // We use neither schemas nor groups; whoever does is answered as ever.
    if (schema || always || strictGroups || groups?.length) return lookUp(target, schema, always, strictGroups, groups);
    const rules = known.get(target) ?? lookUp(target, schema, always, strictGroups, groups);
    known.set(target, rules);
    return rules;
  };
}

rememberRules();

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
    detail: name === 'whitelistValidation' ? 'is not a member of this request' : asked(text, error.property),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => flaws(child, pointer))];
}

/** What a rule asks, in the library's words but without the name of the member: the pointer says which one it is. */
function asked(text: string, member: string): string {
  const beginnings: [said: string, instead: string][] = [
    [`All ${member}'s elements`, 'all values'],
    [`each value in nested property ${member}`, 'each value'],
    [`each value in ${member}`, 'each value'],
    [`nested property ${member}`, ''],
    [member, ''],
  ];
  const [said, instead] = beginnings.find(([beginning]) => text.startsWith(beginning)) ?? ['', ''];
  return `${instead}${text.slice(said.length)}`
    .replace(/ must match (.+) regular expression$/, ' must match $1')
    .trim();
}
