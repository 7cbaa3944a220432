import { Alert, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayOf, myBookings, ownSite, rulesOf, siteName, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import type { Kind, Site } from '../../shared/api/views';
import { BookingCard } from '../../shared/booking/BookingCard';
import { BookingSheet } from '../../shared/booking/BookingSheet';
import type { Wish } from '../../shared/booking/BookingSheet';
import { useNow } from '../../shared/booking/now';
import { Offers } from '../../shared/booking/Offers';
import { longestOf, quickChoices, shortened } from '../../shared/booking/plan';
import type { QuickChoice } from '../../shared/booking/plan';
import { isOpen, isStanding, myApplications, myMemberships } from '../../shared/membership/reads';
import { ApplicationBadge } from '../../shared/membership/StatusBadge';
import { WalletSummary } from '../../shared/membership/WalletSummary';
import { localDate, minuteOfDay, plusDays, spanOf, viewerZone } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';

/** What is next, and one press to book. */
export function HomePage() {
  const { t } = useTranslation();
  const person = usePerson();
  const now = useNow();
  const house = useQuery(sites);
  const site = ownSite(person, house.data ?? []);
  const memberships = useQuery(myMemberships(person.id));
  const standing = memberships.data?.filter(isStanding) ?? [];
  const current = standing.find((one) => one.status !== 'offered' && one.status !== 'scheduled');
  const offer = standing.find((one) => one.status === 'offered');
  // Whoever has no part in the house yet is on the way to one.
  const isNewcomer = memberships.data !== undefined && standing.length === 0 && person.roles.length === 0;
  const first = person.fullName.split(' ')[0] ?? person.fullName;
  return (
    <Page title={t(`home.${greeting(now)}`, { name: first })}>
      <Stack gap="xl">
        {!isNewcomer && <Offers />}
        {offer && <OfferWaits />}
        {isNewcomer && <BecomeMember />}
        {!isNewcomer && <Next now={now} />}
        {house.error && <Failure error={house.error} onRetry={() => void house.refetch()} />}
        {site && !isNewcomer && <BookNow site={site} now={now} />}
        {current && <WalletSummary membership={current} />}
      </Stack>
    </Page>
  );
}

function greeting(now: number): 'morning' | 'day' | 'evening' {
  const at = minuteOfDay(now, viewerZone());
  if (at < 10 * 60) return 'morning';
  return at < 18 * 60 ? 'day' : 'evening';
}

/** An offer that has not been answered yet. */
function OfferWaits() {
  const { t } = useTranslation();
  return (
    <Alert color="palm" icon={<Icon name="leaf" />} title={t('offer.title')}>
      <Button component={Link} to="/membership" mt={4}>
        {t('offer.see')}
      </Button>
    </Alert>
  );
}

/** The way to a membership, as far as it has been gone. */
function BecomeMember() {
  const { t } = useTranslation();
  const person = usePerson();
  const applications = useQuery(myApplications(person.id));
  const open = applications.data?.find(isOpen);
  const isFilledIn = open?.status === 'draft' || open?.status === 'returned';
  return (
    <Paper withBorder radius="lg">
      <Empty scene="desk" title={t('membership.none')} text={t('membership.noneText')}>
        {open && <ApplicationBadge status={open.status} />}
        <Button component={Link} to="/apply" mt="sm">
          {!open ? t('apply.begin') : isFilledIn ? t('apply.goOn') : t('apply.see')}
        </Button>
      </Empty>
    </Paper>
  );
}

/** The booking that comes first, with what can be done about it, and the two after it. */
function Next({ now }: { now: number }) {
  const { t } = useTranslation();
  const person = usePerson();
  const bookings = useQuery(myBookings(person.id, now));
  if (bookings.error && !bookings.data)
    return <Failure error={bookings.error} onRetry={() => void bookings.refetch()} />;
  if (!bookings.data) return <Skeleton h={120} />;
  const ahead = bookings.data.filter(
    (one) => ['requested', 'confirmed', 'checked_in'].includes(one.status) && spanOf(one).end > now,
  );
  return (
    <section aria-labelledby="next">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="next">
          {t('home.next')}
        </Title>
        {ahead.length > 1 && (
          <Button component={Link} to="/bookings" variant="subtle" rightSection={<Icon name="right" size={18} />}>
            {t('home.more', { count: ahead.length - 1 })}
          </Button>
        )}
      </Group>
      {ahead.length === 0 ? (
        <Paper withBorder radius="lg">
          <Empty scene="desk" title={t('home.nothing')} text={t('home.nothingText')} />
        </Paper>
      ) : (
        ahead.slice(0, 1).map((booking) => <BookingCard key={booking.id} booking={booking} now={now} withDay />)
      )}
    </section>
  );
}

/** Any free desk, today or tomorrow, in two presses: one here, one to confirm. */
function BookNow({ site, now }: { site: Site; now: number }) {
  const { t } = useTranslation();
  const [wish, setWish] = useState<Wish>();
  const today = localDate(now, site.timeZone);
  return (
    <section aria-labelledby="book-now">
      <Title order={2} id="book-now" mb="sm">
        {t('home.book', { site: siteName(site) })}
      </Title>
      {site.status !== 'active' && <Alert color="yellow">{t('day.notActive')}</Alert>}
      <Stack gap="sm">
        <AnyDesk {...{ site, now, date: today, label: t('time.todayShort'), onWish: setWish }} />
        <AnyDesk {...{ site, now, date: plusDays(today, 1), label: t('time.tomorrowShort'), onWish: setWish }} />
        <Button component={Link} to="/day" variant="default" leftSection={<Icon name="calendar" />}>
          {t('home.seeDay')}
        </Button>
      </Stack>
      <BookingSheet site={site} wish={wish} onClose={() => setWish(undefined)} />
    </section>
  );
}

interface AnyDeskProps {
  site: Site;
  now: number;
  date: string;
  label: string;
  onWish: (wish: Wish) => void;
}

const kind: Kind = 'desk';

function AnyDesk({ site, now, date, label, onWish }: AnyDeskProps) {
  const { t } = useTranslation();
  const words = useWords();
  const day = useQuery(dayOf(site.id, date));
  const rules = useQuery(rulesOf(site.id));
  const choices = day.data ? quickChoices(day.data, now) : [];
  const wishFor = (span: Span): Wish => ({ date, kind, span: shortened(span, longestOf(kind, rules.data)) });
  const name = (choice: QuickChoice) => t(`book.quick.${choice}`);
  return (
    <Paper withBorder radius="lg" p="md">
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={650}>{t('home.anyDesk', { day: label })}</Text>
          <Text size="sm" c="dimmed">
            {words.date(date)}
          </Text>
        </div>
        {day.data && choices.length === 0 && <Text c="dimmed">{t('home.closed')}</Text>}
        {!day.data && !day.error && <Skeleton h={36} w={240} />}
        {choices.length > 0 && (
          <Group gap={8} role="group" aria-label={t('home.anyDesk', { day: label })}>
            {choices.map(({ choice, span }) => (
              <Button key={choice} size="sm" px="md" radius="xl" variant="light" onClick={() => onWish(wishFor(span))}>
                {name(choice)}
              </Button>
            ))}
          </Group>
        )}
      </Group>
    </Paper>
  );
}
