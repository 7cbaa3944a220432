import {
  Alert,
  Button,
  Group,
  NativeSelect,
  Paper,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { dayOf, ownSite, rulesOf, sites } from '../../shared/api/house';
import { Problem } from '../../shared/api/problem';
import { usePerson } from '../../shared/api/use-session';
import type { Day, Guest, Kind, SeriesWish, Site, WantedExtra } from '../../shared/api/views';
import { Besides } from '../../shared/booking/Besides';
import { Charges } from '../../shared/booking/Charges';
import { areComplete, namedGuests } from '../../shared/booking/guest-list';
import { useNow } from '../../shared/booking/now';
import { inOrder, openSpans, quickChoices, sameTimeOn, step } from '../../shared/booking/plan';
import { TimeChoice } from '../../shared/booking/TimeChoice';
import { instant, localDate, minute, plusDays } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { Refusals } from '../../shared/ui/Refusals';
import { isUndecided, Occurrences } from './Occurrences';
import type { Choice } from './Occurrences';
import { seriesPreviewOf, useBookSeries } from './reads';
import { RepeatChoice } from './RepeatChoice';
import { proposedFor, ruleOf } from './rule';
import type { Repeat } from './rule';

const kinds: Kind[] = ['desk', 'room', 'booth'];

/** Books a place on many dates: how it repeats on one side, what would become of each date on the other. */
export function NewSeriesPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const [query] = useSearchParams();
  const house = useQuery(sites);
  const site = house.data?.find(({ slug }) => slug === query.get('site')) ?? ownSite(person, house.data ?? []);
  return (
    <Page title={t('series.new')} below={t('series.newText')}>
      {house.error && !house.data && <Failure error={house.error} onRetry={() => void house.refetch()} />}
      {site ? <SeriesForm key={site.id} site={site} query={query} /> : <Skeleton h={300} />}
    </Page>
  );
}

function SeriesForm({ site, query }: { site: Site; query: URLSearchParams }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const now = useNow();
  const { timeZone } = site;
  const asked = askedFor(query);
  const [kind, setKind] = useState(kinds.find((one) => one === query.get('kind')) ?? 'desk');
  const [date, setDate] = useState(asked ? localDate(asked.start, timeZone) : plusDays(localDate(now, timeZone), 1));
  const [span, setSpan] = useState<Span | undefined>(asked);
  const [placeId, setPlaceId] = useState(query.get('place'));
  const [title, setTitle] = useState('');
  const [extras, setExtras] = useState<WantedExtra[]>([]);
  const [guests, setGuests] = useState<Guest[]>([]);
  const [strict, setStrict] = useState(false);
  const [said, setRepeat] = useState<Repeat>();
  const [decided, setDecided] = useState<{ about: string; choices: Choice[] }>({ about: '', choices: [] });
  const booking = useBookSeries();

  const day = useQuery(dayOf(site.id, date));
  const shown = day.data?.date === date ? day.data : undefined;
  const places = inOrder(shown?.resources ?? []).filter(({ resource }) => resource.kind === kind);
  const place = places.find(({ resource }) => resource.id === placeId)?.resource ?? places[0]?.resource;
  const time = shown && timeOn(shown, span, now);

  // Nothing is proposed before it is known how far ahead bookings open, unless that cannot be known.
  const rules = useQuery(rulesOf(site.id));
  const horizon = rules.data?.find((rule) => rule.kind === kind)?.horizonDays;
  const repeat = said ?? proposedFor(date, horizon === undefined ? date : plusDays(localDate(now, timeZone), horizon));
  const base =
    place && time && !rules.isPending
      ? {
          resourceId: place.id,
          start: instant(time.start),
          end: instant(time.end),
          rule: ruleOf(repeat, date),
        }
      : undefined;
  const about = JSON.stringify(base);
  const choices = decided.about === about ? decided.choices : [];
  const besides = {
    ...(extras.length > 0 && { extras }),
    ...(namedGuests(guests).length > 0 && areComplete(guests) && { guests: namedGuests(guests) }),
  };
  const [settled] = useDebouncedValue(base ? JSON.stringify({ ...base, ...besides, choices }) : '', 300);
  const preview = useQuery({
    ...seriesPreviewOf(settled ? (JSON.parse(settled) as SeriesWish) : undefined),
    placeholderData: (before) => before,
  });
  const occurrences = preview.data?.occurrences ?? [];
  const undecided = occurrences.filter(isUndecided).length;
  const free = occurrences.filter(({ status }) => status === 'free').length;

  function book() {
    if (!base) return;
    if (!areComplete(guests)) {
      setStrict(true);
      return;
    }
    const what = title.trim();
    booking.mutate(
      { ...base, ...besides, choices, ...(what && { title: what }) },
      {
        onSuccess: (series) => {
          notifications.show({ message: t('series.booked', { count: series.bookings.length }) });
          void navigate(`/series/${series.id}`, { replace: true });
        },
        // Somebody was faster on one of the dates: look again.
        onError: () => void client.invalidateQueries({ queryKey: ['series-preview'] }),
      },
    );
  }

  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" style={{ alignItems: 'start' }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          book();
        }}
        id="series"
      >
        <Stack>
          <Group grow gap="sm" wrap="nowrap" align="flex-start">
            <NativeSelect
              label={t('day.kind')}
              value={kind}
              onChange={(event) => setKind(event.currentTarget.value as Kind)}
              data={kinds.map((value) => ({ value, label: t(`kind.plural.${value}`) }))}
            />
            <NativeSelect
              label={t('bookings.place')}
              value={place?.id ?? ''}
              onChange={(event) => setPlaceId(event.currentTarget.value)}
              data={places.map(({ resource }) => ({ value: resource.id, label: resource.name }))}
            />
          </Group>
          <TextInput
            type="date"
            label={t('series.first')}
            value={date}
            min={localDate(now, timeZone)}
            onChange={(event) => event.currentTarget.value && setDate(event.currentTarget.value)}
          />
          {day.error && !shown && <Failure error={day.error} onRetry={() => void day.refetch()} />}
          {!shown && !day.error && <Skeleton h={70} />}
          {shown && !time && <Text role="alert">{t('day.closed')}</Text>}
          {shown && time && (
            <TimeChoice
              open={openSpans(shown)}
              timeZone={timeZone}
              value={time}
              earliest={now - step * minute}
              onChange={setSpan}
            />
          )}
          {rules.isPending ? <Skeleton h={230} /> : <RepeatChoice first={date} value={repeat} onChange={setRepeat} />}
          {kind !== 'desk' && (
            <TextInput
              label={t('book.title')}
              description={t('book.titleHint')}
              maxLength={120}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
          )}
          {place && time && (
            <Besides
              siteId={site.id}
              span={time}
              seats={place.kind === 'room' ? place.capacity : 1}
              extras={extras}
              guests={guests}
              strict={strict}
              onExtras={setExtras}
              onGuests={(named) => {
                setGuests(named);
                setStrict(false);
              }}
            />
          )}
        </Stack>
      </form>
      <Paper component="section" withBorder radius="lg" p="md" aria-label={t('series.preview')}>
        <Stack gap="sm">
          <Title order={2}>{t('series.preview')}</Title>
          {preview.error && (
            <Objection error={preview.error} timeZone={timeZone} onRetry={() => void preview.refetch()} />
          )}
          {!preview.data && !preview.error && <Skeleton h={240} />}
          {preview.data && !preview.error && (
            <>
              <Occurrences
                occurrences={occurrences}
                timeZone={timeZone}
                choices={choices}
                onChoose={(chosen) => setDecided({ about, choices: chosen })}
              />
              <div>
                <Charges charges={preview.data.totals} />
              </div>
              {booking.error && <Objection error={booking.error} timeZone={timeZone} />}
              {undecided > 0 && (
                <Alert color="yellow" icon={<Icon name="warning" />} role="status">
                  {t('series.undecided', { count: undecided })}
                </Alert>
              )}
              <Button type="submit" form="series" disabled={undecided > 0 || free === 0} loading={booking.isPending}>
                {t('series.book', { count: free })}
              </Button>
            </>
          )}
        </Stack>
      </Paper>
    </SimpleGrid>
  );
}

function Objection({ error, timeZone, onRetry }: { error: Error; timeZone: string; onRetry?: () => void }) {
  const { t } = useTranslation();
  return error instanceof Problem && error.refusals.length > 0 ? (
    <Refusals refusals={error.refusals} timeZone={timeZone} title={t('refusal.notLikeThis')} />
  ) : (
    <Failure error={error} onRetry={onRetry} />
  );
}

/** The period that the address names. */
function askedFor(query: URLSearchParams): Span | undefined {
  const [start, end] = [Date.parse(query.get('start') ?? ''), Date.parse(query.get('end') ?? '')];
  return start < end ? { start, end } : undefined;
}

/** The wanted time on the day that is shown; the first usual time of the day when none was named. */
function timeOn(day: Day, span: Span | undefined, now: number): Span | undefined {
  if (!span) return quickChoices(day, now)[0]?.span;
  return localDate(span.start, day.timeZone) === day.date ? span : sameTimeOn(day, span);
}
