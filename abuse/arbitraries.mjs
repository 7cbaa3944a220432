// Requests as the document describes them: a generator for every schema, and the ids of things that really exist.
import fc from 'fast-check';

/** What belongs together in ways that a schema does not say. */
const sensible = { businessId: '1234567-1', country: 'FI', gridMinutes: 15, shortestMinutes: 30, longestMinutes: 240 };

/** Generators for schemas of a document. `known` gives ids of the house by the name of the member that asks for one. */
export class Arbitraries {
  constructor(document, known, today) {
    this.document = document;
    this.known = known;
    this.today = today;
  }

  /** One value of a schema. */
  sample(schema, seed, name = '') {
    const [value] = fc.sample(this.of(schema, name), { numRuns: 1, seed });
    return value;
  }

  of(schema, name = '') {
    if (schema.$ref) return this.of(this.document.resolve(schema), name);
    const plain = this.plain(schema, name);
    return schema.nullable ? fc.option(plain, { freq: 4 }) : plain;
  }

  plain(schema, name) {
    if (schema.enum) return fc.constantFrom(...schema.enum);
    if (name in sensible) return fc.constant(sensible[name]);
    if (schema.allOf?.length === 1) return this.of(schema.allOf[0], name);
    if (schema.allOf)
      return fc.tuple(...schema.allOf.map((part) => this.of(part, name))).map((all) => Object.assign({}, ...all));
    const choice = schema.oneOf ?? schema.anyOf;
    if (choice) return fc.oneof(...choice.map((part) => this.of(part, name)));
    switch (schema.type) {
      case 'object':
        return this.object(schema);
      case 'array':
        return this.array(schema, name);
      case 'integer':
        return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1000, 2 ** 31 - 1) });
      case 'number':
        return fc.integer({ min: Math.ceil(schema.minimum ?? 0), max: Math.floor(schema.maximum ?? 1000) });
      case 'boolean':
        return fc.boolean();
      default:
        return this.text(schema, name);
    }
  }

  object({ properties = {}, required = [] }) {
    const members = Object.entries(properties).map(([name, schema]) => [name, this.of(schema, name)]);
    return fc.record(Object.fromEntries(members), { requiredKeys: required });
  }

  array(schema, name) {
    const items = this.of(schema.items ?? {}, name.replace(/s$/, ''));
    const limits = { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 3, 3) };
    return schema.uniqueItems
      ? fc.uniqueArray(items, { ...limits, minLength: Math.min(limits.minLength, 1) })
      : fc.array(items, limits);
  }

  text(schema, name) {
    const { format, pattern, minLength = 0, maxLength = 80 } = schema;
    const day = fc.integer({ min: -2, max: 40 }).map((days) => new Date(this.today.getTime() + days * 86_400_000));
    // The two ends of a period are one morning, so that they make sense together.
    const end = { from: 9, start: 9, to: 10, end: 10 }[name];
    if (end !== undefined && !pattern) {
      const at = new Date(this.today.getTime() + (format === 'date' ? end - 8 : 2) * 86_400_000);
      return fc.constant(
        format === 'date'
          ? at.toISOString().slice(0, 10)
          : `${at.toISOString().slice(0, 10)}T${String(end).padStart(2, '0')}:00:00Z`,
      );
    }
    switch (format) {
      case 'uuid':
        return this.id(name);
      case 'date':
        return day.map((at) => at.toISOString().slice(0, 10));
      case 'date-time':
        return fc
          .tuple(day, fc.integer({ min: 12, max: 36 }))
          .map(
            ([at, half]) =>
              `${at.toISOString().slice(0, 11)}${String(half >> 1).padStart(2, '0')}:${half & 1 ? 30 : '00'}:00Z`,
          );
      case 'email':
        return fc.stringMatching(/^[a-z]{3,12}$/).map((local) => `${local}@people.example`);
      case 'uri':
        return fc.constant('https://calendar.example/a.ics');
      default:
    }
    if (pattern) return this.matching(pattern);
    if (/zone$/i.test(name)) return fc.constantFrom('Europe/Helsinki', 'Asia/Kathmandu', 'America/New_York');
    const most = Math.min(maxLength, 80);
    return fc
      .string({
        unit: fc.constantFrom(...'abcdefghijåäöжя 0123456789-'),
        minLength: Math.min(minLength, most),
        maxLength: most,
      })
      .map((text) => text.trim().padEnd(minLength, 'x'));
  }

  matching(pattern) {
    if (pattern === '^\\d{4}-\\d{2}$') return fc.constant(this.today.toISOString().slice(0, 7));
    return fc.stringMatching(new RegExp(pattern));
  }

  /** An id of a thing that the name speaks of, sometimes of another thing, sometimes of none. */
  id(name) {
    const ids = this.known(name);
    return ids.length === 0
      ? fc.uuid({ version: 7 })
      : fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid({ version: 7 }) });
  }
}
