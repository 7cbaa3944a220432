import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOpened } from '../../shared/api/as-opened';
import { dayOf } from '../../shared/api/house';
import { Problem } from '../../shared/api/problem';
import type { Booking, Guest } from '../../shared/api/views';
import { useGuests } from '../../shared/booking/commands';
import { areComplete, namedGuests } from '../../shared/booking/guest-list';
import { GuestLines } from '../../shared/booking/GuestLines';
import { localDate, spanOf } from '../../shared/time/site-time';
import { Failure } from '../../shared/ui/Failure';
import { Refusals } from '../../shared/ui/Refusals';
import { Sheet } from '../../shared/ui/Sheet';

export interface AboutBooking {
  booking: Booking;
  opened: boolean;
  onClose: () => void;
}

/** Changes who is invited; those who are new get a letter. */
export function GuestsSheet({ booking, opened, onClose }: AboutBooking) {
  const { t } = useTranslation();
  return (
    <Sheet opened={opened} onClose={onClose} title={t('guest.change')}>
      {opened && <GuestsForm booking={booking} onClose={onClose} />}
    </Sheet>
  );
}

function GuestsForm({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const { t } = useTranslation();
  const { timeZone } = booking;
  const day = useQuery(dayOf(booking.siteId, localDate(spanOf(booking).start, timeZone)));
  const seats = day.data?.resources.find(({ resource }) => resource.id === booking.resource.id)?.resource.capacity;
  const inviting = useGuests();
  const asOpened = useAsOpened(booking, inviting.error);
  const [guests, setGuests] = useState<Guest[]>(
    booking.guests.length > 0 ? booking.guests.map(({ name, email }) => ({ name, email })) : [{ name: '', email: '' }],
  );
  const [strict, setStrict] = useState(false);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!areComplete(guests)) return setStrict(true);
        inviting.mutate(
          { booking: asOpened, guests: namedGuests(guests) },
          {
            onSuccess: () => {
              notifications.show({ message: t('guest.saved') });
              onClose();
            },
          },
        );
      }}
    >
      <Stack>
        <GuestLines value={guests} onChange={setGuests} seats={seats} strict={strict} />
        {inviting.error &&
          (inviting.error instanceof Problem && inviting.error.refusals.length > 0 ? (
            <Refusals refusals={inviting.error.refusals} timeZone={timeZone} title={t('refusal.notLikeThis')} />
          ) : (
            <Failure error={inviting.error} />
          ))}
        <Group>
          <Button type="submit" loading={inviting.isPending}>
            {t('action.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
