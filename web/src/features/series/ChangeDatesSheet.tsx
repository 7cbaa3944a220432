import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOpened } from '../../shared/api/as-opened';
import { dayOf } from '../../shared/api/house';
import { Problem } from '../../shared/api/problem';
import type { Booking, SeriesChange } from '../../shared/api/views';
import { inOrder, openSpans, stepsOf } from '../../shared/booking/plan';
import { localDate, localTime, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Refusals } from '../../shared/ui/Refusals';
import { Sheet } from '../../shared/ui/Sheet';
import type { DatesSheetProps } from './CancelDatesSheet';
import { ReachChoice } from './ReachChoice';
import { reachOf, useChangeSeries } from './reads';
import type { Reach } from './reads';

/** Another time or place for one date, this and the following ones, or all: all or nothing. */
export function ChangeDatesSheet(props: DatesSheetProps) {
  const { t } = useTranslation();
  const { about } = props;
  return (
    <Sheet opened={about !== undefined} onClose={props.onClose} title={t('series.changeTitle')}>
      {about && <ChangeForm key={about.id} {...props} about={about} />}
    </Sheet>
  );
}

function ChangeForm({ series, about, isWhole, onClose }: DatesSheetProps & { about: Booking }) {
  const { t } = useTranslation();
  const words = useWords();
  const { timeZone } = series;
  const span = spanOf(about);
  const date = localDate(span.start, timeZone);
  const was = { start: localTime(span.start, timeZone), end: localTime(span.end, timeZone) };
  const [reach, setReach] = useState<Reach>(isWhole ? 'all' : 'only');
  const [start, setStart] = useState(was.start);
  const [end, setEnd] = useState(was.end);
  const [resourceId, setResourceId] = useState(about.resource.id);
  const day = useQuery(dayOf(series.siteId, date));
  const changing = useChangeSeries();
  const asOpened = useAsOpened(series, changing.error);
  const places = inOrder(day.data?.resources ?? []).filter(({ resource }) => resource.kind === about.resource.kind);
  const error = changing.error;
  // By the clock of the site: one choice for dates of which each has its own instants.
  const times = stepsOf(day.data ? openSpans(day.data) : [], timeZone).map((at) => localTime(at, timeZone));
  const options = (chosen: string) => [...new Set([...times, chosen])].toSorted();

  function save() {
    const change: SeriesChange = reachOf(reach, date);
    if (start !== was.start || end !== was.end) Object.assign(change, { startTime: start, endTime: end });
    if (resourceId !== about.resource.id) change.resourceId = resourceId;
    changing.mutate(
      { series: asOpened, change },
      {
        onSuccess: () => {
          notifications.show({ message: t('series.changed') });
          onClose();
        },
      },
    );
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack>
        {!isWhole && <Text>{words.date(date)}</Text>}
        {!isWhole && <ReachChoice value={reach} onChange={setReach} />}
        <Group grow gap="sm" wrap="nowrap">
          <NativeSelect
            label={t('book.from')}
            data={options(start)}
            value={start}
            onChange={(event) => setStart(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('book.until')}
            data={options(end)}
            value={end}
            onChange={(event) => setEnd(event.currentTarget.value)}
          />
        </Group>
        <NativeSelect
          label={t('bookings.place')}
          value={resourceId}
          onChange={(event) => setResourceId(event.currentTarget.value)}
          data={
            places.length > 0
              ? places.map(({ resource }) => ({ value: resource.id, label: resource.name }))
              : [{ value: about.resource.id, label: about.resource.name }]
          }
        />
        {error &&
          (error instanceof Problem && error.refusals.length > 0 ? (
            <Refusals refusals={error.refusals} timeZone={timeZone} title={t('refusal.notLikeThis')} />
          ) : error instanceof Problem && error.code === 'no_double_booking' ? (
            <Alert role="alert" color="yellow" icon={<Icon name="bolt" />} title={t('book.faster')}>
              {t('series.changeTaken')}
            </Alert>
          ) : (
            <Failure error={error} />
          ))}
        <Group gap="sm">
          <Button type="submit" flex="1 0 auto" loading={changing.isPending}>
            {t('bookings.moveConfirm')}
          </Button>
          <Button variant="default" flex="none" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
