import { Box, Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { worksAt } from '../api/duties';
import { dayOf, siteName } from '../api/house';
import { Problem } from '../api/problem';
import { usePerson } from '../api/use-session';
import type { Booking, BookingWish, Guest, Kind, Site, WantedExtra } from '../api/views';
import { instant, localDate, minute, minutesOf, spanOf } from '../time/site-time';
import type { Span } from '../time/site-time';
import { useWords } from '../time/words';
import { Clocks } from '../ui/Clocks';
import { Additions } from './Additions';
import { Charges } from './Charges';
import { foretoldNo, previewOf, useBook } from './commands';
import { areComplete, namedGuests } from './guest-list';
import { HeldLine } from './HeldLine';
import { isAnswered, No } from './No';
import { useNow } from './now';
import { openSpans, step } from './plan';
import { TimeChoice } from './TimeChoice';
import { useHeldPlace } from './use-held-place';
import type { Wish } from './wish';

interface Props {
  site: Site;
  wish: Wish;
  onClose: () => void;
  /** What to show once it is booked. */
  done: (booking: Booking) => ReactNode;
}

type Place = { resourceId: string } | { siteId: string; kind: Kind };

function wanted<Where extends object>(place: Where, { start, end }: Span) {
  return { ...place, start: instant(start), end: instant(end) };
}

/** When, what for, with whom and what, at what cost, and every way on when it cannot be. */
export function BookingForm({ site, wish, onClose, done }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const now = useNow();
  const person = usePerson();
  const day = useQuery(dayOf(site.id, wish.date));
  const booking = useBook();
  const held = useHeldPlace();
  const [span, setSpan] = useState(wish.span);
  const [title, setTitle] = useState('');
  const [extras, setExtras] = useState<WantedExtra[]>([]);
  const [guests, setGuests] = useState<Guest[]>([]);
  const [strict, setStrict] = useState(false);

  const place: Place = wish.resource ? { resourceId: wish.resource.id } : { siteId: site.id, kind: wish.kind };
  const besides = {
    ...(extras.length > 0 && { extras }),
    ...(namedGuests(guests).length > 0 && areComplete(guests) && { guests: namedGuests(guests) }),
  };
  // Not asked again with each letter of an address.
  const [settled] = useDebouncedValue(JSON.stringify(besides), 300);
  const preview = useQuery({
    ...previewOf({ ...wanted(place, span), ...(JSON.parse(settled) as typeof besides) }),
    enabled: booking.isIdle && !held.hold,
    placeholderData: (before) =>
      before && spanOf(before).start === span.start && spanOf(before).end === span.end ? before : undefined,
  });
  const foretold = held.hold ? undefined : foretoldNo(preview.data);
  const no = booking.isPending ? undefined : (booking.error ?? held.error ?? foretold);
  // Where the place is gone, nothing is taken along to it.
  const isTaken = no instanceof Problem && no.code === 'no_double_booking';
  const isCharged = wish.kind !== 'booth' && !worksAt(person, site.id);
  const seats = wish.resource?.capacity ?? (wish.kind === 'room' ? undefined : 1);

  function book(where: BookingWish) {
    if (!areComplete(guests)) {
      setStrict(true);
      return;
    }
    const what = title.trim();
    booking.mutate({ ...where, ...(what && { title: what }), ...besides }, { onSuccess: () => held.end(false) });
  }

  /** What is changed asks anew, and what was held for the old wish is given back. */
  function think<Value>(set: (value: Value) => void, changesPlace = false) {
    return (value: Value) => {
      set(value);
      booking.reset();
      if (changesPlace) held.release();
    };
  }

  if (booking.data) return done(booking.data);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        book(held.hold ? { holdId: held.hold.id } : wanted(place, span));
      }}
    >
      <Stack>
        <Text>
          {siteName(site)} · {words.day(wish.date, localDate(now, site.timeZone))} · {words.length(minutesOf(span))}
          <br />
          <Text component="span" fw={600}>
            <Clocks span={span} timeZone={site.timeZone} />
          </Text>
        </Text>
        {day.data ? (
          <TimeChoice
            open={openSpans(day.data)}
            timeZone={site.timeZone}
            value={span}
            earliest={now - step * minute}
            onChange={think(setSpan, true)}
          />
        ) : (
          <Skeleton h={74} />
        )}
        {wish.kind !== 'desk' && (
          <TextInput
            label={t('book.title')}
            description={t('book.titleHint')}
            maxLength={120}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        )}
        {!isTaken && (
          <Additions
            {...{ site, span, extras, guests, seats, strict }}
            place={preview.data?.resource ?? wish.resource}
            kind={wish.kind}
            onExtras={think(setExtras)}
            onGuests={think(setGuests)}
            onHold={held.hold || no || wish.resource?.needsApproval ? undefined : () => held.take(wanted(place, span))}
            isHolding={held.isPending}
          />
        )}
        {held.hold && <HeldLine hold={held.hold} onEnd={() => held.end(true)} onLetGo={held.release} />}
        {held.lapsed && <Text role="status">{t('hold.lapsed')}</Text>}
        {wish.resource?.needsApproval && <Text c="dimmed">{t('book.needsApproval')}</Text>}
        {/* Its lines are kept free until they are known: what it costs must not push the button away from the finger. */}
        {!no && isCharged && (
          <Box mih={wish.kind === 'desk' ? '1lh' : '2lh'}>
            {preview.data && <Charges charges={preview.data.charges} />}
          </Box>
        )}
        {no && (
          <No
            error={no}
            timeZone={site.timeZone}
            wish={span}
            busy={booking.isPending}
            wait={wanted(place, span)}
            onTake={(one) => book(wanted({ resourceId: one.resourceId }, spanOf(one)))}
            onInstead={think(setSpan, true)}
          />
        )}
        <Group gap="sm">
          {!isAnswered(no) && (
            <Button type="submit" flex="1 0 auto" loading={booking.isPending}>
              {booking.error ? t('action.tryAgain') : t('book.confirm')}
            </Button>
          )}
          <Button variant="default" flex="none" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
