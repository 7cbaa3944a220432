import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Booking, Site } from '../api/views';
import { localDate, spanOf } from '../time/site-time';
import { useWords } from '../time/words';
import { Clocks } from '../ui/Clocks';
import { Icon } from '../ui/Icon';
import { Sheet } from '../ui/Sheet';
import { BookingForm } from './BookingForm';
import type { Wish } from './wish';

export type { Wish } from './wish';

/** The last look before booking: what, where, when; then one press. */
export function BookingSheet({ site, wish, onClose }: { site: Site; wish: Wish | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const name = wish && (wish.resource?.name ?? t(`book.any.${wish.kind}`));
  return (
    <Sheet opened={wish !== undefined} onClose={onClose} title={name ?? ''}>
      {wish && (
        <BookingForm key={JSON.stringify(wish)} site={site} wish={wish} onClose={onClose} done={booked(onClose)} />
      )}
    </Sheet>
  );
}

const booked = (onClose: () => void) =>
  function done(booking: Booking) {
    return <Booked booking={booking} onClose={onClose} />;
  };

function Booked({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const span = spanOf(booking);
  return (
    <Stack role="status" align="center" ta="center" pb="sm">
      <Text c="var(--oasis-accent)" component="span" style={{ display: 'flex' }}>
        <Icon name="check" size={56} />
      </Text>
      <Text fw={650} fz="xl">
        {booking.status === 'requested' ? t('book.requested') : t('book.booked')}
      </Text>
      <Text>
        {booking.resource.name}
        <br />
        {words.date(localDate(span.start, booking.timeZone))}
        <br />
        <Clocks span={span} timeZone={booking.timeZone} />
      </Text>
      <Group justify="center">
        <Button onClick={onClose} data-autofocus>
          {t('action.done')}
        </Button>
        <Button variant="default" component={Link} to={`/bookings/${booking.id}`}>
          {t('booking.see')}
        </Button>
      </Group>
    </Stack>
  );
}
