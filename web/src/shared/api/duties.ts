import type { Person, Site } from './views';

/** Whether somebody runs a site, or all of them. */
export function runsSites(person: Person): boolean {
  return person.roles.some(({ role }) => role === 'manager' || role === 'administrator');
}

/** Whether somebody runs a certain site. */
export function runsSite(person: Person, id: string): boolean {
  return person.roles.some(({ role, siteId }) => role === 'administrator' || (role === 'manager' && siteId === id));
}

/** Whether somebody works at a certain site; who does books there without a membership, and free of charge. */
export function worksAt(person: Person, id: string): boolean {
  const isHere = (siteId: string | null) => siteId === id || siteId === null;
  return runsSite(person, id) || person.roles.some(({ role, siteId }) => role === 'coach' && isHere(siteId));
}

/** Whether somebody runs the whole house. */
export function administers(person: Person): boolean {
  return person.roles.some(({ role }) => role === 'administrator');
}

/** Whether somebody is a coach at any site. */
export function coaches(person: Person): boolean {
  return person.roles.some(({ role }) => role === 'coach');
}

/** The sites that somebody runs. */
export function sitesRunBy(person: Person, all: Site[]): Site[] {
  return all.filter(({ id }) => runsSite(person, id));
}

/** Whether somebody may read the figures of a site: those who run one, and observers. */
export function readsFigures(person: Person): boolean {
  return runsSites(person) || person.roles.some(({ role }) => role === 'observer');
}

/** Whether somebody is here for the figures alone: an authority that observes, and books nothing. */
export function onlyObserves(person: Person): boolean {
  return person.roles.length > 0 && person.roles.every(({ role }) => role === 'observer');
}

/** The sites whose figures somebody may read. */
export function sitesReadBy(person: Person, all: Site[]): Site[] {
  const run = sitesRunBy(person, all);
  return all.filter(
    (site) =>
      run.includes(site) ||
      person.roles.some(({ role, siteId }) => role === 'observer' && (siteId === site.id || siteId === null)),
  );
}
