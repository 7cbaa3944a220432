import { ActionIcon, Anchor, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../shared/api/client';
import type { Membership, WalletEntry } from '../../shared/api/views';
import { BookingCard } from '../../shared/booking/BookingCard';
import { useNow } from '../../shared/booking/now';
import { useAmounts } from '../../shared/membership/allowances';
import { Balances } from '../../shared/membership/Balances';
import { walletOf } from '../../shared/membership/reads';
import { localDate, viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Sheet } from '../../shared/ui/Sheet';

/** A month of the wallet: what is left, and every line that made it so. */
export function WalletMonth({ membership }: { membership: Membership }) {
  const { t } = useTranslation();
  const words = useWords();
  const [month, setMonth] = useState<string>();
  const [bookingId, setBookingId] = useState<string>();
  const wallet = useQuery({ ...walletOf(membership.id, month), placeholderData: (before) => before });
  const shown = month ?? wallet.data?.month;
  const first = membership.startsOn.slice(0, 7);
  const last = membership.endsOn?.slice(0, 7) ?? first;
  return (
    <section aria-labelledby="wallet">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="wallet">
          {shown ? t('wallet.title', { month: words.monthOfYear(shown) }) : t('wallet.untitled')}
        </Title>
        {shown && (
          <Group gap={6}>
            <ActionIcon
              variant="default"
              size={40}
              aria-label={t('time.previousMonth')}
              disabled={shown <= first}
              onClick={() => setMonth(plusMonths(shown, -1))}
            >
              <span style={{ transform: 'scaleX(-1)', lineHeight: 0 }}>
                <Icon name="right" />
              </span>
            </ActionIcon>
            <ActionIcon
              variant="default"
              size={40}
              aria-label={t('time.nextMonth')}
              disabled={shown >= last}
              onClick={() => setMonth(plusMonths(shown, 1))}
            >
              <Icon name="right" />
            </ActionIcon>
          </Group>
        )}
      </Group>
      {wallet.error && <Failure error={wallet.error} onRetry={() => void wallet.refetch()} />}
      {wallet.isPending && <Skeleton h={160} />}
      {wallet.data && (
        <Paper withBorder radius="lg" p="lg" aria-busy={wallet.isPlaceholderData}>
          <Balances balances={wallet.data.balances} />
          <Title order={3} size="h4" mt="lg" mb="xs">
            {t('wallet.lines')}
          </Title>
          {wallet.data.entries.length === 0 && <Text c="dimmed">{t('wallet.noLines')}</Text>}
          <Stack component="ul" gap={0} p={0} m={0}>
            {wallet.data.entries.map((entry, index) => (
              <Line key={`${entry.causeId} ${entry.type} ${index}`} entry={entry} onBooking={setBookingId} />
            ))}
          </Stack>
        </Paper>
      )}
      <Sheet opened={bookingId !== undefined} onClose={() => setBookingId(undefined)} title={t('wallet.booking')}>
        {bookingId && <OneBooking id={bookingId} />}
      </Sheet>
    </section>
  );
}

function Line({ entry, onBooking }: { entry: WalletEntry; onBooking: (id: string) => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const amount = useAmounts();
  const date = entry.date ?? localDate(Date.parse(entry.at), viewerZone());
  const why = t(`wallet.line.${entry.type}`);
  return (
    <Group
      component="li"
      justify="space-between"
      wrap="nowrap"
      py={8}
      style={{ listStyle: 'none', borderTop: '1px solid var(--oasis-line)' }}
    >
      <div style={{ minWidth: 0 }}>
        <Text>
          {why}
          {entry.cause === 'booking' && (
            <>
              {': '}
              <Anchor component="button" type="button" onClick={() => onBooking(entry.causeId)}>
                {entry.place ?? t('wallet.booking')}
              </Anchor>
            </>
          )}
          {entry.cause === 'session' && (
            <>
              {': '}
              <Anchor component={Link} to={`/coaching/sessions/${entry.causeId}`}>
                {entry.place ? t('wallet.sessionWith', { name: entry.place }) : t('session.title')}
              </Anchor>
            </>
          )}
          {entry.cause === 'replacement' && (
            <>
              {': '}
              <Anchor component={Link} to="/replacements">
                {t('wallet.instead', { place: entry.place ?? t('wallet.booking') })}
              </Anchor>
            </>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {t(`wallet.kind.${entry.kind}`)} · {words.fullDate(date)}
        </Text>
      </div>
      <Text fw={600} style={{ whiteSpace: 'nowrap' }}>
        {entry.amount > 0 ? '+' : '−'}
        {amount(entry.kind, Math.abs(entry.amount))}
      </Text>
    </Group>
  );
}

function OneBooking({ id }: { id: string }) {
  const now = useNow();
  const booking = useQuery({
    queryKey: ['bookings', 'one', id],
    queryFn: () => answered(api.GET('/api/v1/bookings/{id}', { params: { path: { id } } })),
  });
  if (booking.error) return <Failure error={booking.error} onRetry={() => void booking.refetch()} />;
  return booking.data ? <BookingCard booking={booking.data} now={now} withDay /> : <Skeleton h={90} />;
}

/** `2027-01` one month before or after `2027-02`. */
function plusMonths(month: string, months: number): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 7);
}
