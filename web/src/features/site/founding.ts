import { siteName } from '../../shared/api/house';

/** The longest short name that the house takes. */
const mostLetters = 40;

/**
 * The short name that addresses give to a site of this name: lower case letters, digits and single hyphens. Empty where
 * the name has none of these, as in another alphabet.
 */
export function slugOf(name: string): string {
  return siteName({ name: name.trim() })
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, mostLetters)
    .replaceAll(/^-|-$/g, '');
}

/** Whether the house takes this as a short name. */
export function isSlug(slug: string): boolean {
  return slug.length >= 2 && slug.length <= mostLetters && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug);
}

/** Codes that have a name and are no country: unions, what is unknown, and what programs are tried with. */
const noCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** The countries by the names that they have in a language, each with its code of two letters (ISO 3166). */
export function countries(language: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      // What a country was called before leads to what it is called now.
      const isPresent = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
      const name = isPresent && !noCountries.has(code) ? names.of(code) : undefined;
      return name ? [{ code, name }] : [];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, language));
}
