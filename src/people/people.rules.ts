import { Temporal } from 'temporal-polyfill';
import { Actor, Role } from '../kernel/actor';
import { LocalDate } from '../kernel/site-time';

/** The languages of screens and mails. */
export const locales = ['en', 'fi', 'sv', 'ru'] as const;
export type Locale = (typeof locales)[number];

/**
 * The language of the house that a reader asks for (RFC 9110, `Accept-Language`): the one that weighs most, of equals the
 * first. Undefined when none of ours is asked for.
 */
export function askedLocale(header: string | undefined): Locale | undefined {
  const asked = (header ?? '').split(',', 20).map((part) => {
    const [tag = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = parameters.find((one) => one.startsWith('q='));
    return { locale: locales.find((one) => one === tag.split('-')[0]), weight: weight ? Number(weight.slice(2)) : 1 };
  });
  const known = asked.filter(({ locale, weight }) => locale !== undefined && weight > 0);
  return known.toSorted((a, b) => b.weight - a.weight)[0]?.locale;
}

/** `disabled`: may not enter until enabled again; `erased`: the row stands for somebody who is gone. */
export type PersonStatus = 'active' | 'disabled' | 'erased';

/** The version of the privacy notice that people are shown when they register. */
export const privacyNotice = '2026-11';

/** Roles that a site's manager may give and take at that site; the others are an administrator's. */
const givenByManagers: readonly Role[] = ['entrepreneur', 'coach', 'observer'];

/** Whether the actor may give and take the role at the site (null: everywhere). */
export function mayGrant(actor: Actor, role: Role, siteId: string | null): boolean {
  if (actor.isAdministrator) return true;
  return siteId !== null && actor.holds('manager', siteId) && givenByManagers.includes(role);
}

/** Sites whose roles the actor may see: the ones they manage, or undefined for all. */
export function sitesOfGrants(actor: Actor): string[] | undefined {
  if (actor.isAdministrator) return undefined;
  return actor.roles.flatMap(({ role, siteId }) => (role === 'manager' && siteId !== null ? [siteId] : []));
}

/** A request about one's data is answered within one month (GDPR, article 12(3)); the last day of a short month counts. */
export function erasureDueOn(requestedAt: Date): LocalDate {
  const day = Temporal.Instant.fromEpochMilliseconds(requestedAt.getTime()).toZonedDateTimeISO('UTC').toPlainDate();
  return day.add({ months: 1 }).toString();
}

/** Accounts whose address nobody confirmed are forgotten after so many days. */
export const unverifiedDays = 30;
