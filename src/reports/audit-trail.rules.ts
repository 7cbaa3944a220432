import { houseReasons } from '../kernel/why';

/** Facts that may be told: dates, times, amounts and roles. What was never thought of here is not told. */
const told = new Set([
  'start',
  'end',
  'date',
  'startsOn',
  'endsOn',
  'lastDay',
  'until',
  'reviewOn',
  'validFrom',
  'qualifiedUntil',
  'role',
  'places',
  'version',
  'count',
  'served',
  'of',
]);

/** Kinds of subject whose reasons those who run a site read anyway; words about coaching stay between the two. */
const reasoned = /^(application|booking|closure|maintenance|membership|no_show|resource)\./;

/** One fact of a deed, such as `from.start`. */
export interface ToldFact {
  name: string;
  value: string;
}

/** The facts of a deed that its readers may see, those of `from` and `to` included; everything else is left out. */
export function toldFacts(action: string, facts: Record<string, unknown>): ToldFact[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    if (name === 'from' || name === 'to') {
      if (typeof value !== 'object' || value === null) return [];
      return toldFacts(action, value as Record<string, unknown>)
        .filter(({ name: inner }) => !inner.includes('.'))
        .map((fact) => ({ ...fact, name: `${name}.${fact.name}` }));
    }
    const isTold =
      told.has(name) ||
      (name === 'reason' && reasoned.test(action)) ||
      (name === 'because' && houseReasons.some((reason) => reason === value));
    return isTold && (typeof value === 'string' || typeof value === 'number') ? [{ name, value: String(value) }] : [];
  });
}
