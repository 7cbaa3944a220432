import { Button, Group, Paper, Skeleton, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { myBookings } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import { BookingCard } from '../../shared/booking/BookingCard';
import { spanOf } from '../../shared/time/site-time';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';

/** The booking that comes first, with what can be done about it. `quiet` says nothing where there is none. */
export function Next({ now, quiet = false }: { now: number; quiet?: boolean }) {
  const { t } = useTranslation();
  const person = usePerson();
  const bookings = useQuery(myBookings(person.id, now));
  if (bookings.error && !bookings.data)
    return <Failure error={bookings.error} onRetry={() => void bookings.refetch()} />;
  if (!bookings.data) return quiet ? null : <Skeleton h={120} />;
  const ahead = bookings.data.filter(
    (one) => ['requested', 'confirmed', 'checked_in'].includes(one.status) && spanOf(one).end > now,
  );
  if (quiet && ahead.length === 0) return null;
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
