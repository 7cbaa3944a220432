import { runsSite } from '../../shared/api/duties';
import { siteNamed } from '../../shared/api/house';
import type { Person, Site } from '../../shared/api/views';

/**
 * The site whose figures are shown; undefined is all of them together. Where the address names none, those who run a
 * site see theirs. Whoever only reads sees the sum: of a small site alone most is hidden, and a funder asks for all.
 */
export function askedSite(asked: string | null, read: readonly Site[], person: Person): Site | undefined {
  if (asked === 'all') return undefined;
  const named = siteNamed(read, asked);
  if (named || read.length < 2) return named ?? read[0];
  return read.find(({ id }) => runsSite(person, id));
}
