import { Button, Paper, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { coaches, onlyObserves, runsSites, sitesRunBy } from '../../shared/api/duties';
import { ownSite, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import type { Membership, Site } from '../../shared/api/views';
import { useNow } from '../../shared/booking/now';
import { Offers } from '../../shared/booking/Offers';
import { CoachingAhead } from '../../shared/coaching/CoachingAhead';
import { isStanding, myMemberships } from '../../shared/membership/reads';
import { WalletSummary } from '../../shared/membership/WalletSummary';
import { minuteOfDay, viewerZone } from '../../shared/time/site-time';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import { BookNow } from './BookNow';
import { BecomeMember, OfferWaits } from './Newcomer';
import { Next } from './Next';

// Fetched by those whose home it is: nobody waits for the work of others.
const CoachToday = lazy(() =>
  import('../../shared/coaching/CoachToday').then((module) => ({ default: module.CoachToday })),
);
const ManagerToday = lazy(() => import('./ManagerToday').then((module) => ({ default: module.ManagerToday })));

/** What is next and what waits, by what somebody is in the house, and one press to book. */
export function HomePage() {
  const { t } = useTranslation();
  const person = usePerson();
  const now = useNow();
  const house = useQuery(sites);
  const all = house.data ?? [];
  const site = ownSite(person, all);
  const memberships = useQuery(myMemberships(person.id));
  const standing = memberships.data?.filter(isStanding) ?? [];
  // Whoever has no part in the house yet is on the way to one.
  const isNewcomer = memberships.data !== undefined && standing.length === 0 && person.roles.length === 0;
  const works = runsSites(person) || coaches(person);
  const first = person.fullName.split(' ')[0] ?? person.fullName;
  return (
    <Page title={t(`home.${greeting(now)}`, { name: first })}>
      <Stack gap="xl">
        {house.error && <Failure error={house.error} onRetry={() => void house.refetch()} />}
        {isNewcomer && <BecomeMember />}
        {works && (
          <Suspense fallback={<Skeleton h={200} />}>
            {runsSites(person) && <ManagerToday sites={sitesRunBy(person, all)} now={now} />}
            {coaches(person) && <CoachToday now={now} />}
          </Suspense>
        )}
        {onlyObserves(person) && <FiguresWait />}
        {!isNewcomer && !onlyObserves(person) && <Visitor {...{ site, standing, now }} quiet={works} />}
      </Stack>
    </Page>
  );
}

/** For those who observe: the way to the figures. */
function FiguresWait() {
  const { t } = useTranslation();
  return (
    <Paper withBorder radius="lg">
      <Empty scene="desk" title={t('reports.title')} text={t('home.figures')}>
        <Button component={Link} to="/reports" mt="sm">
          {t('home.seeFigures')}
        </Button>
      </Empty>
    </Paper>
  );
}

interface VisitorProps {
  site: Site | undefined;
  standing: Membership[];
  now: number;
  quiet: boolean;
}

/** For everybody who books: what is offered, what is next, a desk in two presses, and what is left. */
function Visitor({ site, standing, now, quiet }: VisitorProps) {
  const current = standing.find((one) => one.status !== 'offered' && one.status !== 'scheduled');
  return (
    <>
      <Offers />
      {standing.some((one) => one.status === 'offered') && <OfferWaits />}
      <Next now={now} quiet={quiet} />
      {!quiet && <CoachingAhead now={now} />}
      {site && <BookNow site={site} now={now} />}
      {current && <WalletSummary membership={current} />}
    </>
  );
}

function greeting(now: number): 'morning' | 'day' | 'evening' {
  const at = minuteOfDay(now, viewerZone());
  if (at < 10 * 60) return 'morning';
  return at < 18 * 60 ? 'day' : 'evening';
}
