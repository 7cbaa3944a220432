import { Alert, Button, Group, NativeSelect, SegmentedControl, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { runsSite, sitesReadBy } from '../../shared/api/duties';
import { keepFile } from '../../shared/api/files';
import { siteName, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import type { Locale } from '../../shared/api/views';
import { useNow } from '../../shared/booking/now';
import { plansOf } from '../../shared/membership/reads';
import { isDate, localDate } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { askedSite } from './asked-site';
import { CoachingReport } from './CoachingReport';
import { OccupancyReport } from './OccupancyReport';
import { ParticipantsReport } from './ParticipantsReport';
import { datesOf, ranges } from './ranges';

const reports = ['occupancy', 'coaching-hours', 'participants'] as const;

/** Figures of a site for its managers, and without small groups for observers. The question stands in the address. */
export function ReportsPage() {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const person = usePerson();
  const now = useNow();
  const [query, setQuery] = useSearchParams();
  const house = useQuery(sites);
  const read = sitesReadBy(person, house.data ?? []);
  const site = askedSite(query.get('site'), read, person);
  const plans = useQueries({
    queries: (site ? [site] : read).map(({ id }) => plansOf(id)),
    combine: (all) => all.flatMap(({ data }) => data ?? []),
  });
  const today = localDate(now, (site ?? read[0])?.timeZone ?? 'UTC');
  const usual = datesOf('quarter', today);
  const [asksFrom, asksTo] = [query.get('from'), query.get('to')];
  const from = isDate(asksFrom) ? asksFrom : usual.from;
  const to = isDate(asksTo) ? asksTo : usual.to;
  const shown = reports.find((one) => one === query.get('report')) ?? 'occupancy';
  const set = (wanted: Record<string, string>) =>
    setQuery((before) => {
      for (const [name, value] of Object.entries(wanted)) before.set(name, value);
      return before;
    });
  const question = { ...(site && { siteId: site.id }), from, to };
  const keeping = useMutation({
    mutationFn: () =>
      keepFile(
        `/api/v1/reports/${shown}?${new URLSearchParams(question).toString()}`,
        `${shown}-${from}-${to}.csv`,
        'text/csv',
      ),
  });
  const chosen = ranges.find((range) => {
    const dates = datesOf(range, today);
    return dates.from === from && dates.to === to;
  });
  const hidesSome = (site ? [site] : read).some(({ id }) => !runsSite(person, id));
  const planNames = new Map(plans.map(({ code, texts }) => [code, texts[i18n.language as Locale].name]));
  return (
    <Page
      title={t('reports.title')}
      below={site ? siteName(site) : read.length > 0 ? t('reports.allSites') : undefined}
      beside={
        <Button
          variant="default"
          leftSection={<Icon name="download" />}
          loading={keeping.isPending}
          onClick={() => keeping.mutate()}
        >
          {t('reports.csv')}
        </Button>
      }
    >
      <Stack gap="lg">
        <Group gap="sm" align="flex-end" maw={900}>
          {read.length > 1 && (
            <NativeSelect
              flex="1 1 13rem"
              label={t('day.site')}
              value={site?.slug ?? 'all'}
              onChange={(event) => set({ site: event.currentTarget.value })}
              data={[
                { value: 'all', label: t('reports.allSites') },
                ...read.map((one) => ({ value: one.slug, label: siteName(one) })),
              ]}
            />
          )}
          <NativeSelect
            flex="1 1 13rem"
            label={t('reports.range')}
            value={chosen ?? 'own'}
            onChange={(event) => {
              const range = ranges.find((one) => one === event.currentTarget.value);
              if (range) set(datesOf(range, today));
            }}
            data={[
              ...ranges.map((value) => ({ value, label: t(`reports.ranges.${value}`) })),
              ...(chosen ? [] : [{ value: 'own', label: t('reports.ranges.own') }]),
            ]}
          />
          <TextInput
            type="date"
            flex="1 1 9rem"
            label={t('reports.from')}
            value={from}
            max={to}
            onChange={(event) => isDate(event.currentTarget.value) && set({ from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            flex="1 1 9rem"
            label={t('reports.to')}
            value={to}
            min={from}
            onChange={(event) => isDate(event.currentTarget.value) && set({ to: event.currentTarget.value })}
          />
        </Group>
        <SegmentedControl
          maw={480}
          aria-label={t('reports.which')}
          value={shown}
          onChange={(report) => set({ report })}
          data={reports.map((value) => ({ value, label: t(`reports.report.${value}`) }))}
        />
        {hidesSome && <Alert icon={<Icon name="people" />}>{t('reports.smallHidden')}</Alert>}
        {keeping.error && <Failure error={keeping.error} />}
        {house.error && <Failure error={house.error} onRetry={() => void house.refetch()} />}
        {house.isPending && <Skeleton h={240} />}
        {house.data && read.length === 0 && <Empty scene="lost" title={t('reports.noSites')} />}
        {read.length > 0 && (
          <>
            <Text c="dimmed" size="sm">
              {t('reports.covers', { dates: words.dates(from, to) })}
            </Text>
            {shown === 'occupancy' && <OccupancyReport question={question} planNames={planNames} />}
            {shown === 'coaching-hours' && <CoachingReport question={question} />}
            {shown === 'participants' && <ParticipantsReport question={question} />}
          </>
        )}
      </Stack>
    </Page>
  );
}
