import { Actor } from '../kernel/actor';
import { askedLocale, erasureDueOn, mayGrant, sitesOfGrants } from './people.rules';

const here = '0190a000-0000-7000-8000-000000000001';
const elsewhere = '0190a000-0000-7000-8000-000000000002';
const me = '0190a000-0000-7000-8000-000000000003';

const manager = new Actor(me, null, [{ role: 'manager', siteId: here }]);
const administrator = new Actor(me, null, [{ role: 'administrator', siteId: null }]);
const coach = new Actor(me, null, [{ role: 'coach', siteId: here }]);

describe('may_grant_role', () => {
  it.each(['entrepreneur', 'coach', 'observer'] as const)('lets a manager give %s at the own site only', (role) => {
    expect(mayGrant(manager, role, here)).toBe(true);
    expect(mayGrant(manager, role, elsewhere)).toBe(false);
  });

  it.each(['manager', 'administrator'] as const)('keeps %s for administrators', (role) => {
    const siteId = role === 'administrator' ? null : here;
    expect(mayGrant(manager, role, siteId)).toBe(false);
    expect(mayGrant(administrator, role, siteId)).toBe(true);
  });

  it('gives nobody else a say', () => {
    expect(mayGrant(coach, 'entrepreneur', here)).toBe(false);
  });

  it('shows a manager the own sites and an administrator all', () => {
    expect(sitesOfGrants(manager)).toEqual([here]);
    expect(sitesOfGrants(coach)).toEqual([]);
    expect(sitesOfGrants(administrator)).toBeUndefined();
  });
});

describe('the language that is asked for', () => {
  it.each([
    ['fi-FI,fi;q=0.9,en;q=0.8', 'fi'],
    ['de, sv;q=0.5, ru;q=0.7', 'ru'],
    ['EN', 'en'],
    ['de-CH, *', undefined],
    ['fi;q=0', undefined],
    ['fi;q=much', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('is of %s: %s', (header, locale) => {
    expect(askedLocale(header)).toBe(locale);
  });
});

describe('the day by which an erasure request is answered', () => {
  it.each([
    ['2026-11-21T18:00:00Z', '2026-12-21'],
    ['2027-01-31T10:00:00Z', '2027-02-28'],
    ['2028-01-31T10:00:00Z', '2028-02-29'],
  ])('is one month after %s: %s', (asked, due) => {
    expect(erasureDueOn(new Date(asked))).toBe(due);
  });
});
