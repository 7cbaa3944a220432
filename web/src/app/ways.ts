import type { TFunction } from 'i18next';
import { administers, coaches, onlyObserves, readsFigures, runsSites } from '../shared/api/duties';
import type { Person } from '../shared/api/views';
import type { IconName } from '../shared/ui/Icon';

/** A way to a screen, with the words for it. */
export interface Way {
  to: string;
  icon: IconName;
  name: string;
}

/** Ways that belong together, under a heading. */
export interface WayGroup {
  heading: string;
  ways: Way[];
}

/**
 * The ways that are always in sight. Five fit under a thumb, and the last leads to all others, so each role has four:
 * what it comes for most.
 */
export function mainWays(person: Person, t: TFunction): Way[] {
  const home: Way = { to: '/', icon: 'home', name: t('nav.home') };
  const day: Way = { to: '/day', icon: 'calendar', name: t('nav.day') };
  const more: Way = { to: '/more', icon: 'more', name: t('nav.more') };
  if (runsSites(person)) {
    return [
      home,
      day,
      { to: '/decisions', icon: 'inbox', name: t('nav.decisions') },
      { to: '/members', icon: 'people', name: t('nav.members') },
      more,
    ];
  }
  if (onlyObserves(person)) {
    return [
      home,
      { to: '/reports', icon: 'chart', name: t('reports.title') },
      { to: '/messages', icon: 'bell', name: t('messages.title') },
      more,
    ];
  }
  const bookings: Way = { to: '/bookings', icon: 'ticket', name: t('nav.bookingsShort') };
  if (coaches(person)) {
    return [
      home,
      { to: '/coach', icon: 'talk', name: t('coach.nav.week') },
      { to: '/coach/founders', icon: 'people', name: t('coach.nav.founders') },
      day,
      more,
    ];
  }
  return [home, day, bookings, { to: '/membership', icon: 'leaf', name: t('nav.membership') }, more];
}

/** Every other way, by what it is about. */
export function otherWays(person: Person, t: TFunction): WayGroup[] {
  const mine: WayGroup = {
    heading: t('more.mine'),
    ways: [
      { to: '/bookings', icon: 'ticket', name: t('nav.bookings') },
      { to: '/series', icon: 'repeat', name: t('series.title') },
      { to: '/waiting-list', icon: 'bell', name: t('waiting.title') },
      { to: '/replacements', icon: 'calendar', name: t('replacement.heading') },
      { to: '/no-shows', icon: 'clock', name: t('noShow.title') },
      { to: '/coaching', icon: 'talk', name: t('coaching.title') },
      { to: '/who-is-in', icon: 'people', name: t('whoIsIn.title') },
      { to: '/messages', icon: 'bell', name: t('messages.title') },
      { to: '/settings', icon: 'gear', name: t('settings.title') },
      { to: '/settings/privacy', icon: 'key', name: t('ownData.title') },
    ],
  };
  const own: WayGroup = onlyObserves(person)
    ? { heading: mine.heading, ways: mine.ways.filter(({ to }) => to.startsWith('/settings')) }
    : mine;
  const siteWays: WayGroup = {
    heading: t('site.heading'),
    ways: [
      { to: '/site/day', icon: 'people', name: t('siteDay.title') },
      { to: '/site/resources', icon: 'plan', name: t('site.way.resources') },
      { to: '/site/hours', icon: 'clock', name: t('site.way.hours') },
      { to: '/site/closures', icon: 'moon', name: t('site.way.closures') },
      { to: '/site/waiting', icon: 'list', name: t('site.way.waiting') },
    ],
  };
  const officeWays: WayGroup = {
    heading: t('reports.group'),
    ways: [
      ...(runsSites(person) ? [{ to: '/assignments', icon: 'talk', name: t('assign.title') } as const] : []),
      ...(runsSites(person) ? [{ to: '/plans', icon: 'leaf', name: t('plans.title') } as const] : []),
      ...(readsFigures(person) ? [{ to: '/reports', icon: 'chart', name: t('reports.title') } as const] : []),
      ...(runsSites(person) ? [{ to: '/audit', icon: 'history', name: t('audit.title') } as const] : []),
      ...(runsSites(person) ? [{ to: '/roles', icon: 'people', name: t('roles.title') } as const] : []),
      ...(administers(person) ? [{ to: '/sites', icon: 'globe', name: t('sites.title') } as const] : []),
      ...(administers(person) ? [{ to: '/erasure-requests', icon: 'key', name: t('erasure.title') } as const] : []),
      ...(administers(person) ? [{ to: '/queues', icon: 'list', name: t('queues.title') } as const] : []),
    ],
  };
  const coachWays: WayGroup = {
    heading: t('coach.nav.heading'),
    ways: [
      { to: '/coach', icon: 'talk', name: t('coach.nav.week') },
      { to: '/coach/founders', icon: 'people', name: t('coach.nav.founders') },
      { to: '/coach/requests', icon: 'inbox', name: t('coach.nav.requests') },
      { to: '/coach/availability', icon: 'clock', name: t('coach.nav.availability') },
      { to: '/coach/profile', icon: 'person', name: t('coach.nav.profile') },
    ],
  };
  const shown = new Set(mainWays(person, t).map(({ to }) => to));
  return [...(coaches(person) ? [coachWays] : []), ...(runsSites(person) ? [siteWays] : []), officeWays, own]
    .map(({ heading, ways }) => ({ heading, ways: ways.filter(({ to }) => !shown.has(to)) }))
    .filter(({ ways }) => ways.length > 0);
}
