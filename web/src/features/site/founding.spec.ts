import { countries, isSlug, slugOf } from './founding';

describe('the short name of a site', () => {
  it.each([
    ['Business Oasis Jyväskylä', 'jyvaskyla'],
    ['St. Petersburg', 'st-petersburg'],
    ['  Åbo, Kuppis 2 ', 'abo-kuppis-2'],
    ['Выборг', ''],
    [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
  ])('of %s is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it.each([
    ['kotka', true],
    ['st-petersburg', true],
    ['k', false],
    ['Kotka', false],
    ['kotka--2', false],
    ['-kotka', false],
    ['a'.repeat(41), false],
  ])('may be %s: %s', (slug, may) => {
    expect(isSlug(slug)).toBe(may);
  });
});

describe('countries', () => {
  it('have the names of the language, in its order, and are countries of today', () => {
    const swedish = countries('sv');
    expect(swedish).toContainEqual({ code: 'FI', name: 'Finland' });
    expect(swedish.length).toBeGreaterThan(200);
    expect(swedish.at(-1)?.name).toMatch(/^Ö/);
    expect(swedish.map(({ code }) => code).filter((code) => ['EU', 'SU', 'DD', 'ZZ'].includes(code))).toEqual([]);
  });
});
