import { Button, Group, NativeSelect, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStale, useAsOpened } from '../api/as-opened';
import { dayOf } from '../api/house';
import type { Booking, BookingChange } from '../api/views';
import { instant, localDate, minute, spanOf } from '../time/site-time';
import type { Span } from '../time/site-time';
import { useWords } from '../time/words';
import { Failure } from '../ui/Failure';
import { Sheet } from '../ui/Sheet';
import { useChange } from './commands';
import { No } from './No';
import { useNow } from './now';
import { freeSpans, inOrder, openSpans, sameTimeOn, step, takenOf } from './plan';
import { TimeChoice } from './TimeChoice';

interface Props {
  booking: Booking;
  opened: boolean;
  onClose: () => void;
  /** Where and when it is to go, when that was shown already, and what stood in the way. */
  target?: { span: Span; resourceId: string; error?: unknown };
}

/** Another day, another time, another place, or all of them: one change, all or nothing. */
export function MoveSheet({ booking, opened, onClose, target }: Props) {
  const { t } = useTranslation();
  return (
    <Sheet opened={opened} onClose={onClose} title={t('bookings.moveTitle', { place: booking.resource.name })}>
      {opened && <MoveForm {...{ booking, onClose, target }} />}
    </Sheet>
  );
}

function MoveForm({ booking, onClose, target }: Omit<Props, 'opened'>) {
  const { t } = useTranslation();
  const words = useWords();
  const now = useNow();
  const { timeZone } = booking;
  const [span, setSpan] = useState(target?.span ?? spanOf(booking));
  const [date, setDate] = useState(localDate(span.start, timeZone));
  const [resourceId, setResourceId] = useState(target?.resourceId ?? booking.resource.id);
  const [before, setBefore] = useState(target?.error);
  const [title, setTitle] = useState(booking.title ?? '');
  const day = useQuery(dayOf(booking.siteId, date));
  const changing = useChange();
  const asOpened = useAsOpened(booking, changing.error);

  const no = changing.error ?? before;
  const shown = day.data?.date === date ? day.data : undefined;
  const open = shown ? openSpans(shown) : [];
  const fitting = shown && localDate(span.start, timeZone) !== date ? sameTimeOn(shown, span) : span;
  const places = inOrder(shown?.resources ?? []).filter((row) => row.resource.kind === booking.resource.kind);

  function move(when: Span, where: string) {
    const change: BookingChange = { start: instant(when.start), end: instant(when.end) };
    if (where !== asOpened.resource.id) change.resourceId = where;
    if (title.trim() !== (asOpened.title ?? '')) change.title = title.trim() || null;
    setBefore(undefined);
    changing.mutate(
      { booking: asOpened, change },
      {
        onSuccess: (moved) => {
          notifications.show({ message: t('bookings.moved', { place: moved.resource.name }) });
          onClose();
        },
      },
    );
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (fitting) move(fitting, resourceId);
      }}
    >
      <Stack>
        <TextInput
          type="date"
          label={t('bookings.date')}
          value={date}
          min={localDate(now, timeZone)}
          required
          withAsterisk={false}
          onChange={(event) => event.currentTarget.value && setDate(event.currentTarget.value)}
        />
        {day.error && !shown && <Failure error={day.error} onRetry={() => void day.refetch()} />}
        {!shown && !day.error && <Skeleton h={70} />}
        {shown && !fitting && <Text role="alert">{t('day.closed')}</Text>}
        {shown && fitting && (
          <TimeChoice
            open={open}
            timeZone={timeZone}
            value={fitting}
            earliest={now - step * minute}
            onChange={setSpan}
          />
        )}
        {shown && fitting && (
          <NativeSelect
            label={t('bookings.place')}
            value={resourceId}
            onChange={(event) => setResourceId(event.currentTarget.value)}
            data={places.map((row) => {
              const others = takenOf(row).filter((one) => one.bookingId !== booking.id);
              const isFree = freeSpans([fitting], others).some(
                (rest) => rest.start === fitting.start && rest.end === fitting.end,
              );
              return {
                value: row.resource.id,
                label: isFree ? row.resource.name : t('bookings.placeTaken', { place: row.resource.name }),
              };
            })}
          />
        )}
        {booking.resource.kind !== 'desk' && (
          <TextInput
            label={t('book.title')}
            maxLength={120}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        )}
        {no !== undefined && no !== null && fitting && (
          <No
            error={no}
            timeZone={timeZone}
            wish={fitting}
            busy={changing.isPending}
            onTake={(one) => move(spanOf(one), one.resourceId)}
            onInstead={(instead) => {
              setSpan(instead);
              setBefore(undefined);
              changing.reset();
            }}
          />
        )}
        {isStale(changing.error) && (
          <Text>
            {t('bookings.isNow', {
              place: booking.resource.name,
              when: `${words.dateWithin(localDate(spanOf(booking).start, timeZone))}, ${words.span(spanOf(booking), timeZone)}`,
            })}
          </Text>
        )}
        <Group gap="sm">
          <Button type="submit" flex="1 0 auto" loading={changing.isPending} disabled={!fitting}>
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
