import { Alert, Anchor, Skeleton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation, useSearchParams } from 'react-router';
import { administers } from '../api/duties';
import { siteName } from '../api/house';
import { usePerson } from '../api/use-session';
import type { Site } from '../api/views';
import { SiteChoice } from '../membership/SiteChoice';
import { Failure } from '../ui/Failure';
import { Icon } from '../ui/Icon';
import { Page } from '../ui/Page';
import { useRunSite, useView } from './run-site';
import classes from './SiteScreen.module.css';

const ways = ['day', 'resources', 'hours', 'closures', 'waiting'] as const;

/** A screen about one of the sites that somebody runs, with the ways to the others. */
export function SiteScreen(props: { title: string; children: (site: Site) => ReactNode }) {
  const { site, all, isPending, error, retry } = useRunSite();
  const [, see] = useView();
  return (
    <Page
      title={props.title}
      below={site && siteName(site)}
      beside={<SiteChoice sites={all} chosen={site} onChange={(slug) => see({ site: slug })} />}
    >
      <SiteWays />
      {error && <Failure error={error} onRetry={retry} />}
      {isPending && <Skeleton h={300} aria-hidden />}
      {site && site.status !== 'active' && <NotActive status={site.status} />}
      {site && <div key={site.id}>{props.children(site)}</div>}
    </Page>
  );
}

/** Says that a site takes no bookings, and leads those who can change that to where it is changed. */
function NotActive({ status }: { status: 'suspended' | 'closed' }) {
  const { t } = useTranslation();
  const person = usePerson();
  return (
    <Alert color="yellow" icon={<Icon name="warning" />} mb="lg">
      {t(`sites.notActive.${status}`)}{' '}
      {administers(person) && (
        <Anchor component={Link} to="/sites">
          {t('sites.toStatus')}
        </Anchor>
      )}
    </Alert>
  );
}

/** The ways between the screens of a site; they keep the site. */
function SiteWays() {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const slug = query.get('site');
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  // On a phone the ways are wider than the screen: the present one is brought into sight.
  useEffect(() => {
    const here = nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (nav.current && here) nav.current.scrollLeft = here.offsetLeft - nav.current.offsetLeft - 24;
  }, [pathname]);
  return (
    <nav ref={nav} aria-label={t('site.ways')} className={classes.ways}>
      {ways.map((way) => (
        <NavLink
          key={way}
          to={{ pathname: `/site/${way}`, search: slug ? `?site=${encodeURIComponent(slug)}` : '' }}
          className={classes.way}
        >
          {t(`site.way.${way}`)}
        </NavLink>
      ))}
    </nav>
  );
}
