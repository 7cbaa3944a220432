import { Anchor, Button, Group, List, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { siteName, sites } from '../../shared/api/house';
import { Problem } from '../../shared/api/problem';
import type { Booking } from '../../shared/api/views';
import { BookingCard } from '../../shared/booking/BookingCard';
import { useNow } from '../../shared/booking/now';
import { bookingOf } from '../../shared/booking/reads';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { CalendarFile } from './CalendarFile';
import { ExtrasSheet } from './ExtrasSheet';
import { GuestsSheet } from './GuestsSheet';

/** Everything about one booking: where letters lead, and what can be done about it. */
export function BookingPage() {
  const { t } = useTranslation();
  const words = useWords();
  const { id = '' } = useParams();
  const now = useNow();
  const booking = useQuery(bookingOf(id));
  const back = { to: '/bookings', label: t('nav.bookings') };
  if (booking.error instanceof Problem && [400, 404].includes(booking.error.status))
    return (
      <Page title={t('booking.title')} back={back}>
        <Empty scene="lost" title={t('booking.missing')} text={t('booking.missingText')} />
      </Page>
    );
  if (booking.error && !booking.data)
    return (
      <Page title={t('booking.title')} back={back}>
        <Failure error={booking.error} onRetry={() => void booking.refetch()} />
      </Page>
    );
  if (!booking.data)
    return (
      <Page title={t('booking.title')} back={back}>
        <Skeleton h={220} />
      </Page>
    );
  const { resource, timeZone } = booking.data;
  const { start } = spanOf(booking.data);
  return (
    <Page title={resource.name} below={words.day(localDate(start, timeZone), localDate(now, timeZone))} back={back}>
      <Stack gap="lg">
        <BookingCard booking={booking.data} now={now} withDay isWhole />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
          <Particulars booking={booking.data} now={now} />
          <Company booking={booking.data} now={now} />
        </SimpleGrid>
        <History booking={booking.data} />
      </Stack>
    </Page>
  );
}

function Particulars({ booking, now }: { booking: Booking; now: number }) {
  const { t } = useTranslation();
  const words = useWords();
  const house = useQuery(sites);
  const site = house.data?.find(({ id }) => id === booking.siteId);
  const { timeZone, allowance } = booking;
  const at = (text: string) => {
    const instant = Date.parse(text);
    return `${words.dateWithin(localDate(instant, timeZone))} ${words.time(instant, timeZone)}`;
  };
  const isAhead = ['requested', 'confirmed'].includes(booking.status) && spanOf(booking).end > now;
  const isFree = now <= Date.parse(booking.freeCancellationUntil);
  return (
    <Part title={t('booking.particulars')}>
      <dl style={{ margin: 0, display: 'grid', gap: 10 }}>
        {site && (
          <Fact name={t('day.site')}>
            {siteName(site)}
            <br />
            {site.address}
          </Fact>
        )}
        <Fact name={t('booking.cost')}>
          {allowance === null
            ? t('booking.costsNothing')
            : allowance.kind === 'desk_days'
              ? t('book.uses.deskDays', { count: allowance.amount })
              : t('book.uses.time', { length: words.length(allowance.amount) })}
        </Fact>
        {isAhead && (
          <Fact name={t('booking.cancelling')}>
            {isFree
              ? t('bookings.cancelFree', { deadline: at(booking.freeCancellationUntil) })
              : t('bookings.cancelLate', { deadline: at(booking.freeCancellationUntil) })}
          </Fact>
        )}
        {isAhead && (
          <Fact name={t('bookings.checkIn')}>
            {t('booking.checkInWindow', {
              span: words.span(
                { start: Date.parse(booking.checkIn.from), end: Date.parse(booking.checkIn.until) },
                timeZone,
              ),
            })}
          </Fact>
        )}
        {booking.seriesId && (
          <Fact name={t('series.one')}>
            <Anchor component={Link} to={`/series/${booking.seriesId}`}>
              {t('series.see')}
            </Anchor>
          </Fact>
        )}
      </dl>
      <Group gap="xs" mt="sm">
        <CalendarFile booking={booking} />
        <Button
          component={Link}
          to={`/day?${new URLSearchParams({ ...(site && { site: site.slug }), date: localDate(spanOf(booking).start, timeZone), view: 'plan' }).toString()}`}
          variant="default"
          size="sm"
          leftSection={<Icon name="plan" size={18} />}
        >
          {t('booking.onPlan')}
        </Button>
      </Group>
    </Part>
  );
}

/** Who comes, and what is taken along. */
function Company({ booking, now }: { booking: Booking; now: number }) {
  const { t } = useTranslation();
  const [invites, inviting] = useDisclosure();
  const [takes, taking] = useDisclosure();
  const mayChange = ['requested', 'confirmed', 'checked_in'].includes(booking.status) && spanOf(booking).end > now;
  return (
    <Part title={t('booking.company')}>
      <Text fw={600} size="sm">
        {t('guest.guests')}
      </Text>
      {booking.guests.length === 0 ? (
        <Text c="dimmed">{t('guest.nobody')}</Text>
      ) : (
        <List listStyleType="none">
          {booking.guests.map(({ id, name, email }) => (
            <List.Item key={id} style={{ overflowWrap: 'anywhere' }}>
              {name}{' '}
              <Text component="span" size="sm" c="dimmed">
                {email}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
      {mayChange && booking.resource.kind !== 'desk' && (
        <Button size="compact-sm" variant="default" onClick={inviting.open} style={{ alignSelf: 'start' }}>
          {t('guest.change')}
        </Button>
      )}
      <Text fw={600} size="sm" mt="sm">
        {t('extra.extras')}
      </Text>
      {booking.extras.length === 0 ? (
        <Text c="dimmed">{t('extra.nothing')}</Text>
      ) : (
        <List listStyleType="none">
          {booking.extras.map(({ extraId, name, count }) => (
            <List.Item key={extraId}>{count > 1 ? `${count} × ${name}` : name}</List.Item>
          ))}
        </List>
      )}
      {mayChange && (
        <Button size="compact-sm" variant="default" onClick={taking.open} style={{ alignSelf: 'start' }}>
          {t('extra.change')}
        </Button>
      )}
      <GuestsSheet booking={booking} opened={invites} onClose={inviting.close} />
      <ExtrasSheet booking={booking} opened={takes} onClose={taking.close} />
    </Part>
  );
}

/** What has happened to the booking, the oldest first. */
function History({ booking }: { booking: Booking }) {
  const { t } = useTranslation();
  const words = useWords();
  const isOver = ['cancelled', 'rejected', 'no_show'].includes(booking.status);
  const events = [
    { at: booking.createdAt, what: t('booking.history.made') },
    ...(booking.checkedInAt ? [{ at: booking.checkedInAt, what: t('booking.history.checkedIn') }] : []),
    ...(booking.checkedOutAt ? [{ at: booking.checkedOutAt, what: t('booking.history.checkedOut') }] : []),
    ...(isOver
      ? [{ at: booking.updatedAt, what: t(`status.${booking.status}`) }]
      : booking.updatedAt !== booking.createdAt && !booking.checkedInAt
        ? [{ at: booking.updatedAt, what: t('booking.history.changed') }]
        : []),
  ];
  return (
    <Part title={t('booking.history.title')}>
      <List listStyleType="none" spacing={6}>
        {events.map(({ at, what }) => (
          <List.Item key={`${at} ${what}`} icon={<Icon name="history" size={18} />}>
            {what}
            {'. '}
            <Text component="span" c="dimmed">
              {words.date(localDate(Date.parse(at), booking.timeZone))} {words.time(Date.parse(at), booking.timeZone)}
            </Text>
          </List.Item>
        ))}
      </List>
      {booking.late && <Text c="dimmed">{t('booking.late')}</Text>}
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper component="section" withBorder radius="lg" p="md" aria-label={title}>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <Stack gap={6}>{children}</Stack>
    </Paper>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0}>
        {children}
      </Text>
    </div>
  );
}
