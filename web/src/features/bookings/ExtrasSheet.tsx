import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOpened } from '../../shared/api/as-opened';
import { Problem } from '../../shared/api/problem';
import type { Booking, WantedExtra } from '../../shared/api/views';
import { useChange } from '../../shared/booking/commands';
import { ExtraChoice } from '../../shared/booking/ExtraChoice';
import { spanOf } from '../../shared/time/site-time';
import { Failure } from '../../shared/ui/Failure';
import { Refusals } from '../../shared/ui/Refusals';
import { Sheet } from '../../shared/ui/Sheet';
import type { AboutBooking } from './GuestsSheet';

/** Changes what is taken along. */
export function ExtrasSheet({ booking, opened, onClose }: AboutBooking) {
  const { t } = useTranslation();
  return (
    <Sheet opened={opened} onClose={onClose} title={t('extra.change')}>
      {opened && <ExtrasForm booking={booking} onClose={onClose} />}
    </Sheet>
  );
}

function ExtrasForm({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const { t } = useTranslation();
  const had = booking.extras.map(({ extraId, count }) => ({ extraId, count }));
  const [extras, setExtras] = useState<WantedExtra[]>(had);
  const changing = useChange();
  const asOpened = useAsOpened(booking, changing.error);
  return (
    <Stack>
      <ExtraChoice siteId={booking.siteId} span={spanOf(booking)} value={extras} onChange={setExtras} had={had} />
      {changing.error &&
        (changing.error instanceof Problem && changing.error.refusals.length > 0 ? (
          <Refusals refusals={changing.error.refusals} timeZone={booking.timeZone} title={t('refusal.notLikeThis')} />
        ) : (
          <Failure error={changing.error} />
        ))}
      <Group>
        <Button
          loading={changing.isPending}
          onClick={() =>
            changing.mutate(
              { booking: asOpened, change: { extras } },
              {
                onSuccess: () => {
                  notifications.show({ message: t('extra.saved') });
                  onClose();
                },
              },
            )
          }
        >
          {t('action.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('action.notNow')}
        </Button>
      </Group>
    </Stack>
  );
}
