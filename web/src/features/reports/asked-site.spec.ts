import type { Person, Site } from '../../shared/api/views';
import { askedSite } from './asked-site';

const site = (id: string) => ({ id, slug: `the-site-${id}` }) as Site;
const [imatra, kouvola, mikkeli] = [site('imatra'), site('kouvola'), site('mikkeli')];
const read = [imatra, kouvola, mikkeli];

const person = (...roles: [role: Person['roles'][number]['role'], siteId: string | null][]) =>
  ({ roles: roles.map(([role, siteId]) => ({ role, siteId })) }) as Person;

const observer = person(['observer', null]);

describe('the site whose figures are shown', () => {
  it.each([
    ['an observer sees all', null, read, observer, undefined],
    ['an observer of one site sees it', null, [mikkeli], observer, mikkeli],
    ['the address names one', 'the-site-kouvola', read, observer, kouvola],
    ['an address that was kept before names its id', 'kouvola', read, observer, kouvola],
    ['the address asks for all', 'all', read, person(['manager', 'kouvola']), undefined],
    ['a site that one may not read is none', 'elsewhere', read, observer, undefined],
    [
      'a manager who also observes sees the own one',
      null,
      read,
      person(['observer', null], ['manager', 'kouvola']),
      kouvola,
    ],
    ['an administrator sees the first', null, read, person(['administrator', null]), imatra],
  ])('%s', (_, asked, sites, who, shown) => {
    expect(askedSite(asked, sites, who)).toBe(shown);
  });
});
