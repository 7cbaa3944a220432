import { Anchor, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Problem } from '../api/problem';
import type { Booking, BookingStatus } from '../api/views';
import { localDate, spanOf } from '../time/site-time';
import { useWords } from '../time/words';
import { Clocks } from '../ui/Clocks';
import { Failure } from '../ui/Failure';
import { Icon } from '../ui/Icon';
import { Refusals } from '../ui/Refusals';
import { CancelSheet } from './CancelSheet';
import { useLife } from './commands';
import { MoveSheet } from './MoveSheet';
import { useReason } from './reason';

const colours: Record<BookingStatus, string> = {
  requested: 'yellow',
  confirmed: 'palm',
  checked_in: 'palm',
  completed: 'gray',
  cancelled: 'gray',
  rejected: 'red',
  no_show: 'red',
};

interface Props {
  booking: Booking;
  now: number;
  /** Whether the day is said beside the time. */
  withDay?: boolean;
  /** Whether the rest of the booking stands on the same page, so that nothing leads there. */
  isWhole?: boolean;
}

/** A booking with everything that can be done about it now. */
export function BookingCard({ booking, now, withDay, isWhole }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const life = useLife();
  const reason = useReason()(booking);
  const [isMoving, moving] = useDisclosure();
  const [isCancelling, cancelling] = useDisclosure();
  const span = spanOf(booking);
  const isAhead = span.end > now;
  const isWaiting = booking.status === 'requested' || booking.status === 'confirmed';
  const canCheckIn =
    booking.status === 'confirmed' &&
    Date.parse(booking.checkIn.from) <= now &&
    now < Date.parse(booking.checkIn.until);
  const today = localDate(now, booking.timeZone);

  return (
    <Paper
      component="article"
      withBorder
      radius="lg"
      p="md"
      aria-label={booking.resource.name}
      data-booking={booking.id}
    >
      <Group justify="space-between" align="flex-start" gap="sm">
        <Group gap="sm" align="flex-start" wrap="nowrap" style={{ minWidth: 0, flex: '1 1 15rem' }}>
          <Text component="span" c={isAhead && isWaiting ? 'var(--mantine-color-anchor)' : 'dimmed'} mt={2} lh={0}>
            <Icon name={booking.resource.kind} size={26} />
          </Text>
          <div style={{ minWidth: 0 }}>
            <Group gap="xs">
              {isWhole ? (
                <Text fw={650}>{booking.resource.name}</Text>
              ) : (
                <Anchor component={Link} to={`/bookings/${booking.id}`} fw={650} c="inherit" underline="hover">
                  {booking.resource.name}
                </Anchor>
              )}
              {booking.status !== 'confirmed' && (
                <Badge color={colours[booking.status]} variant="light" tt="none">
                  {t(`status.${booking.status}`)}
                </Badge>
              )}
            </Group>
            {booking.title && <Text>{booking.title}</Text>}
            <Text>
              {withDay && `${words.day(localDate(span.start, booking.timeZone), today)}, `}
              <Clocks span={span} timeZone={booking.timeZone} />
            </Text>
            {!isWhole && <Besides booking={booking} />}
            {reason && (
              <Text size="sm" c="dimmed">
                {t('bookings.reason', { reason })}
              </Text>
            )}
          </div>
        </Group>
        <Group gap="xs">
          {canCheckIn && (
            <Button
              size="sm"
              leftSection={<Icon name="check" size={18} />}
              loading={life.isPending}
              onClick={() => life.mutate({ id: booking.id, command: 'check-in' })}
            >
              {t('bookings.checkIn')}
            </Button>
          )}
          {booking.status === 'checked_in' && isAhead && (
            <Button
              size="sm"
              variant="light"
              loading={life.isPending}
              onClick={() => life.mutate({ id: booking.id, command: 'check-out' })}
            >
              {t('bookings.checkOut')}
            </Button>
          )}
          {(isWaiting || booking.status === 'checked_in') && isAhead && (
            <Button size="sm" variant="default" onClick={moving.open}>
              {t('bookings.move')}
            </Button>
          )}
          {isWaiting && isAhead && (
            <Button size="sm" variant="default" onClick={cancelling.open}>
              {t('bookings.cancel')}
            </Button>
          )}
        </Group>
      </Group>
      {life.error && (
        <Stack mt="sm">
          {life.error instanceof Problem && life.error.refusals.length > 0 ? (
            <Refusals refusals={life.error.refusals} timeZone={booking.timeZone} />
          ) : (
            <Failure error={life.error} />
          )}
        </Stack>
      )}
      <MoveSheet booking={booking} opened={isMoving} onClose={moving.close} />
      <CancelSheet booking={booking} opened={isCancelling} onClose={cancelling.close} now={now} />
    </Paper>
  );
}

/** That a booking belongs to a series, has guests, or takes something along. */
function Besides({ booking: { seriesId, guests, extras } }: { booking: Booking }) {
  const { t } = useTranslation();
  const count = extras.reduce((sum, extra) => sum + extra.count, 0);
  const said = [
    ...(seriesId ? [t('series.part')] : []),
    ...(guests.length > 0 ? [t('guest.count', { count: guests.length })] : []),
    ...(count > 0 ? [extras.map(({ name, count: many }) => (many > 1 ? `${many} × ${name}` : name)).join(', ')] : []),
  ];
  return (
    said.length > 0 && (
      <Text size="sm" c="dimmed">
        {said.join(' · ')}
      </Text>
    )
  );
}
