import { Button, Group, NativeSelect, SegmentedControl, Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { dayOf, ownSite, rulesOf, siteName, sites } from '../../shared/api/house';
import { useSiteChanges } from '../../shared/api/live';
import { usePerson } from '../../shared/api/use-session';
import type { Day, DayRow, Kind, Resource, Site } from '../../shared/api/views';
import type { Wish } from '../../shared/booking/BookingSheet';
import { BookingSheet } from '../../shared/booking/BookingSheet';
import { useNow } from '../../shared/booking/now';
import { addressed, addressOf, longestOf, openSpans, quickChoices, shortened } from '../../shared/booking/plan';
import { TimeChoice } from '../../shared/booking/TimeChoice';
import { isDate, localDate, minute, sameClock, viewerZone } from '../../shared/time/site-time';
import type { Span } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import type { IconName } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { DayStrip } from './DayStrip';
import { PlaceList } from './PlaceList';
import { QuickTimes } from './QuickTimes';

const FloorPlan = lazy(() => import('./FloorPlan').then((module) => ({ default: module.FloorPlan })));
const Timeline = lazy(() => import('./Timeline').then((module) => ({ default: module.Timeline })));

const kinds: Kind[] = ['desk', 'room', 'booth'];
const views = ['list', 'timeline', 'plan'] as const;

/** The day of a site: where something is free, and one press to have it. All of the view stands in the address. */
export function DayPage() {
  const { t } = useTranslation();
  const words = useWords();
  const person = usePerson();
  const now = useNow();
  const [query, setQuery] = useSearchParams();
  const house = useQuery(sites);
  const site = house.data?.find((one) => one.slug === query.get('site')) ?? ownSite(person, house.data ?? []);
  useSiteChanges(site?.id);

  function see(changes: Record<string, string | null>) {
    // From the address itself: what is rendered may be one press behind, and would take that press back.
    const after = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) after.delete(name);
      else after.set(name, value);
    }
    setQuery(after, { replace: true });
  }

  if (house.error) return <Failure error={house.error} onRetry={() => void house.refetch()} />;
  if (!site || !house.data) return <Skeleton h={300} aria-hidden />;

  const today = localDate(now, site.timeZone);
  const asked = query.get('date');
  const date = isDate(asked) ? asked : today;
  const elsewhere = !sameClock(now, site.timeZone, viewerZone());
  return (
    <Page
      title={t('day.title', { site: siteName(site) })}
      below={
        <>
          {words.day(date, today)}
          {elsewhere &&
            ` · ${t('time.siteClock', { place: words.zone(site.timeZone), time: words.time(now, site.timeZone) })}`}
        </>
      }
      beside={
        <NativeSelect
          size="sm"
          aria-label={t('day.site')}
          value={site.id}
          onChange={(event) => {
            const other = house.data.find((one) => one.id === event.currentTarget.value);
            see({ site: other?.slug ?? null, from: null, to: null });
          }}
          data={house.data.map((one) => ({
            value: one.id,
            label: one.status === 'active' ? siteName(one) : t(`day.siteStatus.${one.status}`, { site: siteName(one) }),
          }))}
        />
      }
    >
      <Stack gap="md">
        <DayStrip today={today} date={date} onChange={(chosen) => see({ date: chosen, from: null, to: null })} />
        <TheDay key={`${site.id} ${date}`} site={site} date={date} now={now} query={query} see={see} />
      </Stack>
    </Page>
  );
}

interface TheDayProps {
  site: Site;
  date: string;
  now: number;
  query: URLSearchParams;
  see: (changes: Record<string, string | null>) => void;
}

function TheDay({ site, date, now, query, see }: TheDayProps) {
  const { t } = useTranslation();
  const day = useQuery(dayOf(site.id, date));
  const rules = useQuery(rulesOf(site.id));
  const [wish, setWish] = useState<Wish>();

  // The same objects as long as they say the same, so that only those places are drawn anew that have changed.
  const hours = day.data?.open;
  const open = useMemo(() => openSpans({ open: hours ?? [] }), [hours]);
  const kind = kinds.find((one) => one === query.get('kind'));
  const rows = useMemo(() => rowsOf(day.data, kind), [day.data, kind]);
  const wishFor = useCallbackRef((resource: Resource, span: Span) =>
    setWish({ date, kind: resource.kind, resource, span: shortened(span, longestOf(resource.kind, rules.data)) }),
  );

  if (day.error && !day.data) return <Failure error={day.error} onRetry={() => void day.refetch()} />;
  if (day.data?.date !== date) return <Loading />;
  if (site.status !== 'active') return <Empty scene="night" title={t('day.notActive')} text={t('day.notActiveText')} />;

  const choices = quickChoices(day.data, now);
  const period =
    addressed({ from: query.get('from'), to: query.get('to') }, day.data) ??
    choices.find(({ choice }) => choice === 'wholeDay')?.span ??
    choices[0]?.span;
  if (open.length === 0 || !period)
    return (
      <Empty scene="night" title={open.length === 0 ? t('day.closed') : t('day.over')} text={t('day.closedText')} />
    );

  const view = views.find((one) => one === query.get('view')) ?? 'list';
  const shown = day.data;
  const choose = (span: Span) => see(addressOf(span, shown));
  const anyKind = kind ?? 'desk';

  return (
    <>
      <QuickTimes choices={choices} period={period} onChoose={choose} />
      <Group align="flex-end" gap="sm">
        <div style={{ flex: '1 1 15rem', maxWidth: '22rem' }}>
          <TimeChoice
            open={open}
            timeZone={site.timeZone}
            value={period}
            onChange={choose}
            earliest={now - 15 * minute}
          />
        </div>
        <Button
          leftSection={<Icon name="bolt" />}
          onClick={() => setWish({ date, kind: anyKind, span: shortened(period, longestOf(anyKind, rules.data)) })}
        >
          {t(`book.any.${anyKind}`)}
        </Button>
      </Group>
      <Group justify="space-between" gap={8}>
        <SegmentedControl
          size="sm"
          maw="100%"
          style={{ overflowX: 'auto' }}
          styles={{ label: { paddingInline: 9 } }}
          aria-label={t('day.kind')}
          value={kind ?? 'all'}
          onChange={(value) => see({ kind: value === 'all' ? null : value })}
          data={[
            { value: 'all', label: t('kind.all') },
            ...kinds.map((value) => ({ value, label: t(`kind.plural.${value}`) })),
          ]}
        />
        <SegmentedControl
          size="sm"
          flex="none"
          aria-label={t('day.view')}
          value={view}
          onChange={(value) => see({ view: value === 'list' ? null : value })}
          data={[
            { value: 'list', label: <Sign icon="list" name={t('day.list')} /> },
            { value: 'timeline', label: <Sign icon="timeline" name={t('day.timeline')} /> },
            { value: 'plan', label: <Sign icon="plan" name={t('day.plan')} /> },
          ]}
        />
      </Group>
      {day.error && <Text c="dimmed">{t('day.mayBeOld')}</Text>}
      {rows.length === 0 ? (
        <Empty scene="desk" title={t('day.nothing')} text={t('day.nothingText')} />
      ) : view === 'timeline' ? (
        <Suspense fallback={<Loading />}>
          <Timeline rows={rows} open={open} timeZone={site.timeZone} now={now} onBook={wishFor} />
        </Suspense>
      ) : view === 'plan' ? (
        <Suspense fallback={<Loading />}>
          <FloorPlan rows={rows} open={open} timeZone={site.timeZone} period={period} onBook={wishFor} />
        </Suspense>
      ) : (
        <PlaceList rows={rows} open={open} timeZone={site.timeZone} period={period} onBook={wishFor} />
      )}
      <BookingSheet site={site} wish={wish} onClose={() => setWish(undefined)} />
    </>
  );
}

/** The places of a kind, or all of them. */
function rowsOf(day: Day | undefined, kind: Kind | undefined): DayRow[] {
  const all = day?.resources ?? [];
  return kind ? all.filter(({ resource }) => resource.kind === kind) : all;
}

/** A sign with its name: on a phone the name is for screen readers only. */
function Sign({ icon, name }: { icon: IconName; name: string }) {
  return (
    <Group gap={6} wrap="nowrap">
      <Icon name={icon} />
      <Text component="span" inherit visibleFrom="sm">
        {name}
      </Text>
      <VisuallyHidden hiddenFrom="sm">{name}</VisuallyHidden>
    </Group>
  );
}

function Loading() {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" role="status" aria-label={t('action.loading')}>
      {[1, 2, 3, 4].map((line) => (
        <Skeleton key={line} h={72} />
      ))}
    </Stack>
  );
}
