import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotGranted } from '../../shared/membership/NotGranted';
import { spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Sheet } from '../../shared/ui/Sheet';
import type { DayBooking, useDayDeed } from './day-sheet';

interface Props {
  booking: DayBooking | undefined;
  deed: ReturnType<typeof useDayDeed>;
  timeZone: string;
  onClose: () => void;
}

/** Declines a request, with a reason that the person reads. */
export function DeclineSheet({ booking, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Sheet opened={booking !== undefined} onClose={rest.onClose} title={t('siteDay.declineTitle')}>
      {booking && <Form key={booking.id} booking={booking} {...rest} />}
    </Sheet>
  );
}

function Form({ booking, deed, timeZone, onClose }: Props & { booking: DayBooking }) {
  const { t } = useTranslation();
  const words = useWords();
  const [reason, setReason] = useState('');
  const [isTold, setTold] = useState(false);
  const submit = () => {
    setTold(true);
    if (reason.trim()) deed.mutate({ id: booking.id, do: 'reject', reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <Stack>
      <Text>
        {booking.person.name} · {booking.resource.name}, {words.span(spanOf(booking), timeZone)}
      </Text>
      <Textarea
        data-autofocus
        label={t('site.reason')}
        description={t('site.reasonRead')}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        error={isTold && !reason.trim() ? t('site.reasonNeeded') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <NotGranted error={deed.error} timeZone={timeZone} />
      <Group>
        <Button color="red" loading={deed.isPending} onClick={submit}>
          {t('siteDay.decline')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('action.notNow')}
        </Button>
      </Group>
    </Stack>
  );
}
