import { Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayOf, siteName } from '../api/house';
import type { Booking, BookingWish, Kind, Site } from '../api/views';
import { instant, localDate, minute, minutesOf, spanOf } from '../time/site-time';
import type { Span } from '../time/site-time';
import { useWords } from '../time/words';
import { Clocks } from '../ui/Clocks';
import { Icon } from '../ui/Icon';
import { Sheet } from '../ui/Sheet';
import { Charges } from './Charges';
import { foretoldNo, previewOf, useBook } from './commands';
import { isAnswered, No } from './No';
import { useNow } from './now';
import { openSpans, step } from './plan';
import { TimeChoice } from './TimeChoice';

/** What somebody is about to book: a place they picked, or any that is free. */
export interface Wish {
  date: string;
  span: Span;
  kind: Kind;
  /** The place; left out, the house chooses a free one. */
  resource?: { id: string; name: string; needsApproval?: boolean };
}

/** The last look before booking: what, where, when; then one press. */
export function BookingSheet({ site, wish, onClose }: { site: Site; wish: Wish | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const name = wish && (wish.resource?.name ?? t(`book.any.${wish.kind}`));
  return (
    <Sheet opened={wish !== undefined} onClose={onClose} title={name ?? ''}>
      {wish && <BookingForm key={JSON.stringify(wish)} site={site} wish={wish} onClose={onClose} />}
    </Sheet>
  );
}

type Place = { resourceId: string } | { siteId: string; kind: Kind };

function wanted(place: Place, { start, end }: Span): BookingWish {
  return { ...place, start: instant(start), end: instant(end) };
}

function BookingForm({ site, wish, onClose }: { site: Site; wish: Wish; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const now = useNow();
  const day = useQuery(dayOf(site.id, wish.date));
  const booking = useBook();
  const [span, setSpan] = useState(wish.span);
  const [title, setTitle] = useState('');

  const place: Place = wish.resource ? { resourceId: wish.resource.id } : { siteId: site.id, kind: wish.kind };
  const preview = useQuery({ ...previewOf(wanted(place, span)), enabled: booking.isIdle });
  const no = booking.isPending ? undefined : (booking.error ?? foretoldNo(preview.data));

  function book(where: Place, when: Span) {
    const what = title.trim();
    booking.mutate(what ? { ...wanted(where, when), title: what } : wanted(where, when));
  }

  if (booking.data) return <Booked booking={booking.data} onClose={onClose} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        book(place, span);
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
            onChange={(changed) => {
              setSpan(changed);
              booking.reset();
            }}
          />
        ) : (
          <Skeleton h={70} />
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
        {wish.resource?.needsApproval && <Text c="dimmed">{t('book.needsApproval')}</Text>}
        {!no && preview.data && <Charges charges={preview.data.charges} />}
        {no && (
          <No
            error={no}
            timeZone={site.timeZone}
            wish={span}
            busy={booking.isPending}
            onTake={(one) => book({ resourceId: one.resourceId }, spanOf(one))}
            onInstead={(instead) => {
              setSpan(instead);
              booking.reset();
            }}
          />
        )}
        <Group gap="sm" wrap="nowrap">
          {!isAnswered(no) && (
            <Button type="submit" flex={1} loading={booking.isPending}>
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

function Booked({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const span = spanOf(booking);
  return (
    <Stack role="status" align="center" ta="center" pb="sm">
      <Text c="var(--oasis-accent)" component="span" style={{ display: 'flex' }}>
        <Icon name="check" size={56} />
      </Text>
      <Text fw={650} fz="xl">
        {booking.status === 'requested' ? t('book.requested') : t('book.booked')}
      </Text>
      <Text>
        {booking.resource.name}
        <br />
        {words.date(localDate(span.start, booking.timeZone))}
        <br />
        <Clocks span={span} timeZone={booking.timeZone} />
      </Text>
      <Group>
        <Button onClick={onClose} data-autofocus>
          {t('action.done')}
        </Button>
        <Button variant="default" component={Link} to="/bookings">
          {t('nav.bookings')}
        </Button>
      </Group>
    </Stack>
  );
}
