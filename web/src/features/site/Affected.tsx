import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Row, Rows } from '../../shared/site/Rows';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import type { Affected } from './reads';

/** The bookings that a closure, a repair or a retirement would cancel, and the equal place that each would be offered. */
export function AffectedBookings(props: { affected: Affected; timeZone: string; loseExtras?: boolean }) {
  const { affected, timeZone, loseExtras } = props;
  const { t } = useTranslation();
  const words = useWords();
  const { affectedBookings: bookings, replacements = [], affectedSessions = [] } = affected;
  const when = (period: { start: string; end: string }) =>
    `${words.fullDate(localDate(spanOf(period).start, timeZone))}, ${words.span(spanOf(period), timeZone)}`;
  return (
    <div data-affected={bookings.length}>
      <Text fw={650} mb={6}>
        {bookings.length === 0
          ? t('site.affected.none')
          : loseExtras
            ? t('site.affected.loseExtras', { count: bookings.length })
            : t('site.affected.some', { count: bookings.length })}
      </Text>
      {bookings.length > 0 && (
        <Rows>
          {bookings.map((booking) => {
            const offer = replacements.find(({ bookingId }) => bookingId === booking.id);
            return (
              <Row key={booking.id} icon={booking.resource.kind} name={booking.resource.name}>
                <Text>
                  {booking.resource.name} · {when(booking)}
                </Text>
                {!loseExtras && (
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
      )}
      {affectedSessions.length > 0 && (
        <Text mt="sm">{t('site.affected.sessions', { count: affectedSessions.length })}</Text>
      )}
    </div>
  );
}
