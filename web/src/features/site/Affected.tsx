import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Row, Rows } from '../../shared/site/Rows';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import type { Affected } from './reads';

/** So many bookings are shown at once; more of them lie under their number. */
const mostShown = 5;

interface Props {
  affected: Affected;
  timeZone: string;
  /** What they lose: the booking for which an equal place is looked for, the booking for good, or an extra with it. */
  lose?: 'place' | 'site' | 'extras';
}

/** The bookings that a change of the house would cancel, and the equal place that each would be offered. */
export function AffectedBookings({ affected, timeZone, lose = 'place' }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { affectedBookings: bookings, replacements = [], affectedSessions = [] } = affected;
  const when = (period: { start: string; end: string }) =>
    `${words.fullDate(localDate(spanOf(period).start, timeZone))}, ${words.span(spanOf(period), timeZone)}`;
  const count =
    bookings.length === 0
      ? t('site.affected.none')
      : lose === 'extras'
        ? t('site.affected.loseExtras', { count: bookings.length })
        : t('site.affected.some', { count: bookings.length });
  const list = (
    <Rows>
      {bookings.map((booking) => {
        const offer = replacements.find(({ bookingId }) => bookingId === booking.id);
        return (
          <Row key={booking.id} icon={booking.resource.kind} name={booking.resource.name}>
            <Text>
              {booking.resource.name} · {when(booking)}
            </Text>
            {lose === 'place' && (
              <Text size="sm" c="dimmed">
                {offer
                  ? t('site.affected.offer', { place: offer.resource.name, when: when(offer) })
                  : t('site.affected.noOffer')}
              </Text>
            )}
          </Row>
        );
      })}
    </Rows>
  );
  return (
    <div data-affected={bookings.length}>
      {bookings.length > mostShown ? (
        <details>
          <Text component="summary" fw={650} mb={6}>
            {count}
          </Text>
          {list}
        </details>
      ) : (
        <>
          <Text fw={650} mb={6}>
            {count}
          </Text>
          {bookings.length > 0 && list}
        </>
      )}
      {affectedSessions.length > 0 && (
        <Text mt="sm">
          {lose === 'site'
            ? t('site.affected.calledOff', { count: affectedSessions.length })
            : t('site.affected.sessions', { count: affectedSessions.length })}
        </Text>
      )}
    </div>
  );
}
