import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../api/views';
import { localDate, spanOf } from '../time/site-time';
import { useWords } from '../time/words';
import { Clocks } from '../ui/Clocks';
import { Failure } from '../ui/Failure';
import { Sheet } from '../ui/Sheet';
import { useLife } from './commands';

interface Props {
  booking: Booking;
  opened: boolean;
  onClose: () => void;
  now: number;
}

/** Asks once before a place is given back, and says whether it still costs nothing. */
export function CancelSheet({ booking, opened, onClose, now }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const life = useLife();
  const free = Date.parse(booking.freeCancellationUntil);
  const span = spanOf(booking);
  const deadline = `${words.dateWithin(localDate(free, booking.timeZone))} ${words.time(free, booking.timeZone)}`;

  return (
    <Sheet opened={opened} onClose={onClose} title={t('bookings.cancelTitle')}>
      <Stack>
        <Text>
          {booking.resource.name}, {words.dateWithin(localDate(span.start, booking.timeZone))},{' '}
          <Clocks span={span} timeZone={booking.timeZone} />
        </Text>
        <Text>{now <= free ? t('bookings.cancelFree', { deadline }) : t('bookings.cancelLate', { deadline })}</Text>
        {life.error && <Failure error={life.error} />}
        <Group gap="sm">
          <Button
            color="red"
            loading={life.isPending}
            onClick={() =>
              life.mutate(
                { id: booking.id, command: 'cancel' },
                {
                  onSuccess: () => {
                    notifications.show({ message: t('bookings.cancelled', { place: booking.resource.name }) });
                    onClose();
                  },
                },
              )
            }
          >
            {t('bookings.cancelConfirm')}
          </Button>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('bookings.keep')}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  );
}
