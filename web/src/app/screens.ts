import { lazy } from 'react';
import type { ComponentType } from 'react';
import { matchPath } from 'react-router';
import { SignInPage } from '../features/access/SignInPage';
import { administers, coaches, readsFigures, runsSites } from '../shared/api/duties';
import type { Person } from '../shared/api/views';

/** For whom a screen is; to everybody else it does not exist. */
export type Audience =
  | 'anybody'
  | 'strangers'
  | 'visitors'
  | 'coaches'
  | 'those-who-run-sites'
  | 'those-who-read-figures'
  | 'administrators';

/** One screen: its address, for whom it is, and its component, fetched when it is first needed. */
export interface Screen {
  path: string;
  for: Audience;
  Component: ComponentType;
  /** Has the file of the component fetched, so that it is there when the screen is shown. */
  fetch: () => Promise<unknown>;
}

/** `screen('day', 'visitors', () => import('...'), 'DayPage')`; the last is the name that the file exports. */
function screen<Name extends string>(
  path: string,
  audience: Audience,
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): Screen {
  return {
    path,
    for: audience,
    Component: lazy(async (): Promise<{ default: ComponentType }> => ({ default: (await load())[name] })),
    fetch: load,
  };
}

/** Whether somebody who is signed in may come to a screen. */
export function isFor(person: Person, audience: Audience): boolean {
  if (audience === 'those-who-run-sites') return runsSites(person);
  if (audience === 'those-who-read-figures') return readsFigures(person);
  if (audience === 'administrators') return administers(person);
  if (audience === 'coaches') return coaches(person);
  return true;
}

/** All screens, each on one line: the address, for whom, and where it stands. */
export const screens: readonly Screen[] = [
  screen('verify-email', 'anybody', () => import('../features/access/VerifyEmailPage'), 'VerifyEmailPage'),
  screen('reset-password', 'anybody', () => import('../features/access/ResetPasswordPage'), 'ResetPasswordPage'),
  screen('privacy', 'anybody', () => import('../features/access/PrivacyPage'), 'PrivacyPage'),
  screen('c/:code', 'anybody', () => import('../features/check-in/CheckInPage'), 'CheckInPage'),
  // What nearly everybody sees first comes with the application itself: another file would be another journey.
  { path: 'sign-in', for: 'strangers', Component: SignInPage, fetch: () => Promise.resolve() },
  screen('register', 'strangers', () => import('../features/access/RegisterPage'), 'RegisterPage'),
  screen('forgot-password', 'strangers', () => import('../features/access/ForgotPasswordPage'), 'ForgotPasswordPage'),
  screen('', 'visitors', () => import('../features/home/HomePage'), 'HomePage'),
  screen('day', 'visitors', () => import('../features/day/DayPage'), 'DayPage'),
  screen('bookings', 'visitors', () => import('../features/bookings/BookingsPage'), 'BookingsPage'),
  screen('bookings/:id', 'visitors', () => import('../features/bookings/BookingPage'), 'BookingPage'),
  screen('series', 'visitors', () => import('../features/series/SeriesListPage'), 'SeriesListPage'),
  screen('series/new', 'visitors', () => import('../features/series/NewSeriesPage'), 'NewSeriesPage'),
  screen('series/:id', 'visitors', () => import('../features/series/SeriesPage'), 'SeriesPage'),
  screen('waiting-list', 'visitors', () => import('../features/waiting/WaitingPage'), 'WaitingPage'),
  screen('replacements', 'visitors', () => import('../features/replacements/ReplacementsPage'), 'ReplacementsPage'),
  screen('no-shows', 'visitors', () => import('../features/no-shows/NoShowsPage'), 'NoShowsPage'),
  screen('membership', 'visitors', () => import('../features/membership/MembershipPage'), 'MembershipPage'),
  screen('coaching', 'visitors', () => import('../features/coaching/CoachingPage'), 'CoachingPage'),
  screen('coaching/book', 'visitors', () => import('../features/coaching/BookSessionPage'), 'BookSessionPage'),
  screen('coaching/sessions/:id', 'visitors', () => import('../features/coaching/SessionPage'), 'SessionPage'),
  screen('coach', 'coaches', () => import('../features/coach/CoachPage'), 'CoachPage'),
  screen('coach/availability', 'coaches', () => import('../features/coach/AvailabilityPage'), 'AvailabilityPage'),
  screen('coach/requests', 'coaches', () => import('../features/coach/RequestsPage'), 'RequestsPage'),
  screen('coach/founders', 'coaches', () => import('../features/coach/FoundersPage'), 'FoundersPage'),
  screen('coach/founders/:membershipId', 'coaches', () => import('../features/coach/FounderPage'), 'FounderPage'),
  screen('coach/profile', 'coaches', () => import('../features/coach/CoachProfilePage'), 'CoachProfilePage'),
  screen('milestones', 'visitors', () => import('../features/milestones/MilestonesPage'), 'MilestonesPage'),
  screen('apply', 'visitors', () => import('../features/apply/ApplyPage'), 'ApplyPage'),
  screen('messages', 'visitors', () => import('../features/messages/MessagesPage'), 'MessagesPage'),
  screen('who-is-in', 'visitors', () => import('../features/privacy/WhoIsInPage'), 'WhoIsInPage'),
  screen('settings', 'visitors', () => import('../features/settings/SettingsPage'), 'SettingsPage'),
  screen('settings/reminders', 'visitors', () => import('../features/settings/RemindersPage'), 'RemindersPage'),
  screen('settings/sign-ins', 'visitors', () => import('../features/settings/SignInsPage'), 'SignInsPage'),
  screen('settings/privacy', 'visitors', () => import('../features/privacy/OwnDataPage'), 'OwnDataPage'),
  screen('more', 'visitors', () => import('./MorePage'), 'MorePage'),
  screen('decisions', 'those-who-run-sites', () => import('../features/decisions/DecisionsPage'), 'DecisionsPage'),
  screen('decisions/:id', 'those-who-run-sites', () => import('../features/decisions/DecisionPage'), 'DecisionPage'),
  screen('members', 'those-who-run-sites', () => import('../features/members/MembersPage'), 'MembersPage'),
  screen('members/:id', 'those-who-run-sites', () => import('../features/members/MemberPage'), 'MemberPage'),
  screen('roles', 'those-who-run-sites', () => import('../features/roles/RolesPage'), 'RolesPage'),
  screen('site/day', 'those-who-run-sites', () => import('../features/site-day/SiteDayPage'), 'SiteDayPage'),
  screen('site/resources', 'those-who-run-sites', () => import('../features/site/ResourcesPage'), 'ResourcesPage'),
  screen('site/codes', 'those-who-run-sites', () => import('../features/site/CodesPage'), 'CodesPage'),
  screen('site/hours', 'those-who-run-sites', () => import('../features/site/HoursPage'), 'HoursPage'),
  screen('site/closures', 'those-who-run-sites', () => import('../features/site/ClosuresPage'), 'ClosuresPage'),
  screen('site/waiting', 'those-who-run-sites', () => import('../features/site/WaitingPage'), 'WaitingPage'),
  screen('reports', 'those-who-read-figures', () => import('../features/reports/ReportsPage'), 'ReportsPage'),
  screen(
    'assignments',
    'those-who-run-sites',
    () => import('../features/assignments/AssignmentsPage'),
    'AssignmentsPage',
  ),
  screen('assignments/runs/:id', 'those-who-run-sites', () => import('../features/assignments/RunPage'), 'RunPage'),
  screen('audit', 'those-who-run-sites', () => import('../features/audit/AuditPage'), 'AuditPage'),
  screen(
    'erasure-requests',
    'administrators',
    () => import('../features/erasure/ErasureRequestsPage'),
    'ErasureRequestsPage',
  ),
  screen('sites', 'administrators', () => import('../features/site/SitesPage'), 'SitesPage'),
  screen('queues', 'administrators', () => import('../features/queues/QueuesPage'), 'QueuesPage'),
  screen('plans', 'those-who-run-sites', () => import('../features/plans/PlansPage'), 'PlansPage'),
  screen('plans/new', 'those-who-run-sites', () => import('../features/plans/VersionPage'), 'VersionPage'),
  screen('plans/:id/version', 'those-who-run-sites', () => import('../features/plans/VersionPage'), 'VersionPage'),
  screen(
    'plans/documents/:kind',
    'those-who-run-sites',
    () => import('../features/plans/DocumentPage'),
    'DocumentPage',
  ),
];

/** Screens that fill the window by themselves: for tablets on walls, without the ways of the house. */
export const bareScreens: readonly Screen[] = [
  screen('display', 'anybody', () => import('../features/room-display/RoomDisplayPage'), 'RoomDisplayPage'),
];

/** Begins to fetch the screen of an address before it is known whether the person may come to it. */
export function fetchAhead(pathname: string): void {
  const asked = [...bareScreens, ...screens].find(({ path }) => matchPath(`/${path}`, pathname));
  // A file that does not come is asked for again when the screen is shown, and told then.
  asked?.fetch().catch(() => undefined);
}
