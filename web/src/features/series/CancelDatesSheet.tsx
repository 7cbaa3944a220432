import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking, Series } from '../../shared/api/views';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Sheet } from '../../shared/ui/Sheet';
import { ReachChoice } from './ReachChoice';
import { reachOf, useCancelSeries } from './reads';
import type { Reach } from './reads';

export interface DatesSheetProps {
  series: Series;
  /** The date that was pressed; undefined while the sheet is closed. */
  about: Booking | undefined;
  /** Whether all dates were meant from the start. */
  isWhole: boolean;
  onClose: () => void;
}

/** Asks once which dates are to be given back. */
export function CancelDatesSheet(props: DatesSheetProps) {
  const { t } = useTranslation();
  const { about } = props;
  return (
    <Sheet opened={about !== undefined} onClose={props.onClose} title={t('series.cancelTitle')}>
      {about && <CancelForm key={about.id} {...props} about={about} />}
    </Sheet>
  );
}

function CancelForm({ series, about, isWhole, onClose }: DatesSheetProps & { about: Booking }) {
  const { t } = useTranslation();
  const words = useWords();
  const [reach, setReach] = useState<Reach>(isWhole ? 'all' : 'only');
  const cancelling = useCancelSeries(series);
  const date = localDate(spanOf(about).start, about.timeZone);
  return (
    <Stack>
      {!isWhole && <Text>{words.date(date)}</Text>}
      {isWhole ? <Text>{t('series.cancelAllText')}</Text> : <ReachChoice value={reach} onChange={setReach} />}
      {cancelling.error && <Failure error={cancelling.error} />}
      <Group gap="sm">
        <Button
          color="red"
          loading={cancelling.isPending}
          onClick={() =>
            cancelling.mutate(reachOf(reach, date), {
              onSuccess: () => {
                notifications.show({ message: t('series.cancelled') });
                onClose();
              },
            })
          }
        >
          {t('bookings.cancelConfirm')}
        </Button>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('bookings.keep')}
        </Button>
      </Group>
    </Stack>
  );
}
