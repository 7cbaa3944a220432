import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../../shared/api/views';
import { useChange } from '../../shared/booking/commands';
import { MovedNotice } from '../../shared/booking/MovedNotice';
import { bookingOf } from '../../shared/booking/reads';
import { instant, spanOf } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import type { Landing } from './use-drag';

/** A move that was not granted: the form takes it over, with every way on that the server named. */
export interface Stranded {
  booking: Booking;
  target: { span: Span; resourceId: string; error: unknown };
}

/** Moves a booking to where it was dropped, and offers the way back. */
export function useMove() {
  const { t } = useTranslation();
  const words = useWords();
  const client = useQueryClient();
  const changing = useChange();
  const [stranded, setStranded] = useState<Stranded>();

  const whereOf = (booking: Booking) => `${booking.resource.name}, ${words.span(spanOf(booking), booking.timeZone)}`;

  async function put(booking: Booking, { span, resourceId }: Omit<Landing, 'bookingId' | 'isFree'>): Promise<Booking> {
    const change = {
      start: instant(span.start),
      end: instant(span.end),
      ...(resourceId !== booking.resource.id && { resourceId }),
    };
    return changing.mutateAsync({ booking, change });
  }

  async function takeBack(moved: Booking, before: Booking, notice: string): Promise<void> {
    notifications.hide(notice);
    const home = { span: spanOf(before), resourceId: before.resource.id };
    try {
      const back = await put(moved, home);
      notifications.show({ message: t('booking.movedBack', { where: whereOf(back) }) });
    } catch (error) {
      setStranded({ booking: moved, target: { ...home, error } });
    }
  }

  async function move(landing: Landing): Promise<void> {
    let booking: Booking | undefined;
    try {
      // The version that is shown may be old; the day does not tell it.
      booking = await client.query({ ...bookingOf(landing.bookingId), staleTime: 0 });
      const before = booking;
      const moved = await put(before, landing);
      const notice = notifications.show({
        autoClose: 12_000,
        message: '',
      });
      notifications.update({
        id: notice,
        autoClose: 12_000,
        message: (
          <MovedNotice
            what={t('bookings.moved', { place: whereOf(moved) })}
            onUndo={() => void takeBack(moved, before, notice)}
          />
        ),
      });
      await client.invalidateQueries({ queryKey: ['day'] });
    } catch (error) {
      if (booking) setStranded({ booking, target: { span: landing.span, resourceId: landing.resourceId, error } });
      else notifications.show({ color: 'red', message: t('failure.state') });
    }
  }

  return { move, stranded, dismiss: () => setStranded(undefined) };
}
