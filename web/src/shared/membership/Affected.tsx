import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../api/views';
import { localDate, spanOf } from '../time/site-time';
import { useWords } from '../time/words';

/** The bookings that a change would cancel. */
export function Affected({ bookings }: { bookings: Booking[] }) {
  const { t } = useTranslation();
  const words = useWords();
  if (bookings.length === 0) return <Text>{t('affected.none')}</Text>;
  return (
    <div data-affected={bookings.length}>
      <Text fw={650}>{t('affected.some')}</Text>
      <List>
        {bookings.map((one) => (
          <List.Item key={one.id}>
            {one.resource.name}, {words.fullDate(localDate(spanOf(one).start, one.timeZone))},{' '}
            {words.span(spanOf(one), one.timeZone)}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
