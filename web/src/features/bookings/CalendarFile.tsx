import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import type { Booking } from '../../shared/api/views';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';

/** The booking as a file that calendars read. It is fetched in the person's name, so a plain link would not do. */
export function CalendarFile({ booking }: { booking: Booking }) {
  const { t } = useTranslation();
  const fetching = useMutation({
    mutationFn: async () => {
      const params = { path: { id: booking.id } };
      const text = await answered(api.GET('/api/v1/bookings/{id}.ics', { params, parseAs: 'text' }));
      const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
      const link = document.createElement('a');
      link.href = address;
      link.download = `${booking.resource.name}.ics`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 1000);
    },
  });
  return (
    <>
      <Button
        variant="default"
        size="sm"
        leftSection={<Icon name="download" size={18} />}
        loading={fetching.isPending}
        onClick={() => fetching.mutate()}
      >
        {t('booking.calendarFile')}
      </Button>
      {fetching.error && <Failure error={fetching.error} />}
    </>
  );
}
