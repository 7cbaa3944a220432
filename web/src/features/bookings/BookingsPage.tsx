import { Button, Group, SegmentedControl, Skeleton, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { myBookings, myPastBookings } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import type { Booking } from '../../shared/api/views';
import { BookingCard } from '../../shared/booking/BookingCard';
import { useNow } from '../../shared/booking/now';
import { Offers } from '../../shared/booking/Offers';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import type { IconName } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';

/** One's own bookings: those to come, and those of the last weeks. */
export function BookingsPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const now = useNow();
  const [query, setQuery] = useSearchParams();
  const isPast = query.get('when') === 'past';
  const ahead = useQuery(myBookings(person.id, now));
  const past = useQuery({ ...myPastBookings(person.id, now), enabled: isPast });
  const list = isPast ? past : ahead;
  const isOver = (one: Booking) =>
    spanOf(one).end <= now || !['requested', 'confirmed', 'checked_in'].includes(one.status);
  // What was cancelled ahead of its time is over, too.
  const all = isPast && past.data ? [...(ahead.data ?? []).toReversed(), ...past.data] : list.data;
  const shown = all?.filter(
    (one, index) => isOver(one) === isPast && all.findIndex(({ id }) => id === one.id) === index,
  );

  const ways: { to: string; icon: IconName; name: string }[] = [
    { to: '/series', icon: 'repeat', name: t('series.title') },
    { to: '/waiting-list', icon: 'bell', name: t('waiting.title') },
    { to: '/no-shows', icon: 'clock', name: t('noShow.title') },
  ];

  return (
    <Page
      title={t('nav.bookings')}
      beside={
        <SegmentedControl
          aria-label={t('bookings.which')}
          value={isPast ? 'past' : 'ahead'}
          onChange={(value) => setQuery(value === 'past' ? { when: 'past' } : {}, { replace: true })}
          data={[
            { value: 'ahead', label: t('bookings.ahead') },
            { value: 'past', label: t('bookings.past') },
          ]}
        />
      }
    >
      <Group component="nav" gap={6} mb="lg" aria-label={t('booking.around')}>
        {ways.map(({ to, icon, name }) => (
          <Button
            key={to}
            component={Link}
            to={to}
            size="compact-sm"
            radius="xl"
            px="sm"
            variant="default"
            leftSection={<Icon name={icon} size={16} />}
          >
            {name}
          </Button>
        ))}
      </Group>
      {!isPast && <Offers mb="xl" />}
      {list.error && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <Stack role="status" aria-label={t('action.loading')}>
          <Skeleton h={90} />
          <Skeleton h={90} />
        </Stack>
      )}
      {shown?.length === 0 && (
        <Empty
          scene="desk"
          title={isPast ? t('bookings.nonePast') : t('home.nothing')}
          text={isPast ? undefined : t('home.nothingText')}
        >
          <Button component={Link} to="/day" mt="sm">
            {t('book.book')}
          </Button>
        </Empty>
      )}
      {shown && <Days bookings={shown} now={now} />}
    </Page>
  );
}

function Days({ bookings, now }: { bookings: Booking[]; now: number }) {
  const words = useWords();
  const days = Map.groupBy(bookings, (one) => localDate(spanOf(one).start, one.timeZone));
  return (
    <Stack gap="xl">
      {[...days].map(([date, items]) => (
        <section key={date} aria-label={words.date(date)}>
          <Title order={2} mb="sm">
            {words.day(date, localDate(now, items[0]?.timeZone ?? 'UTC'))}
          </Title>
          <Stack gap="sm">
            {items.map((booking) => (
              <BookingCard key={booking.id} booking={booking} now={now} />
            ))}
          </Stack>
        </section>
      ))}
    </Stack>
  );
}
