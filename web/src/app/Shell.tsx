import { Group, Skeleton, Text } from '@mantine/core';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { leaveWithOtherWindows } from '../shared/api/session';
import { useVisit } from '../shared/api/use-session';
import { followOtherWindows } from '../shared/i18n';
import { AppearanceChoice } from '../shared/ui/AppearanceChoice';
import { Connection } from '../shared/ui/Connection';
import { Empty } from '../shared/ui/Empty';
import { ErrorBoundary } from '../shared/ui/ErrorBoundary';
import { Icon } from '../shared/ui/Icon';
import { LanguageChoice } from '../shared/ui/LanguageChoice';
import { Mark } from '../shared/ui/Mark';
import classes from './Shell.module.css';
import { UnreadBell } from './UnreadBell';
import { UpdateOffer } from './UpdateOffer';
import { mainWays } from './ways';

/** The frame of every screen: the way to the content, the ways between screens, and the state of the connection. */
export function Shell() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { person, closed } = useVisit();
  const isSignedIn = person !== null && closed !== 'from-the-start';
  useEffect(followOtherWindows, []);
  useEffect(leaveWithOtherWindows, []);
  return (
    <>
      <a className={classes.skip} href="#content">
        {t('nav.skip')}
      </a>
      <Connection />
      <header className={`${classes.header ?? ''} ${isSignedIn ? '' : (classes.stranger ?? '')}`}>
        <Group className={classes.bar} gap="lg" wrap="nowrap">
          <Link to="/" className={classes.home} aria-label={`Business Oasis: ${t('nav.toHome')}`}>
            <Mark />
            <Text component="span" fw={700} className={classes.name}>
              Business Oasis
            </Text>
          </Link>
          {isSignedIn && <Ways label={t('nav.main')} className={classes.wide} />}
          {isSignedIn && <UnreadBell />}
          {!isSignedIn && (
            <Group gap="xs" ml="auto" wrap="nowrap">
              <LanguageChoice />
              <AppearanceChoice />
            </Group>
          )}
        </Group>
      </header>
      <main id="content" className={classes.main} tabIndex={-1}>
        <ErrorBoundary
          key={pathname}
          fallback={<Empty scene="lost" title={t('failure.brokenTitle')} text={t('failure.brokenText')} />}
        >
          <Suspense fallback={<Skeleton h={240} aria-hidden />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      {isSignedIn && <Ways label={t('nav.mainBelow')} className={classes.below} />}
      <UpdateOffer />
    </>
  );
}

/** The ways between the screens: beside the name on a wide screen, under the thumb on a narrow one. */
function Ways({ label, className }: { label: string; className: string | undefined }) {
  const { t } = useTranslation();
  const { person } = useVisit();
  if (!person) return null;
  return (
    <nav aria-label={label} className={className}>
      {mainWays(person, t).map(({ to, icon, name }) => (
        <NavLink key={to} to={to} end className={classes.way}>
          <Icon name={icon} size={22} />
          <span>{name}</span>
        </NavLink>
      ))}
    </nav>
  );
}
