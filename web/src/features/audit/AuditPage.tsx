import { Alert, Button, Group, NativeSelect, Paper, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { sitesRunBy } from '../../shared/api/duties';
import { keepFile } from '../../shared/api/files';
import { siteName, siteNamed, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import { isDate, localDate, viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { subjects, useDeeds } from './deeds';
import { trailOf } from './reads';
import type { Deed, Question } from './reads';

const nowhere = 'none';

/** Who did what to what, and when, at a site that one runs; what is asked for stands in the address. */
export function AuditPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const [query, setQuery] = useSearchParams();
  const house = useQuery(sites);
  const run = sitesRunBy(person, house.data ?? []);
  const asked = query.get('site');
  const isEverywhere = person.roles.some(({ role }) => role === 'administrator');
  const site = asked === nowhere && isEverywhere ? undefined : (siteNamed(run, asked) ?? run[0]);
  const timeZone = site?.timeZone ?? viewerZone();
  const date = (name: 'from' | 'to') => {
    const text = query.get(name);
    return isDate(text) ? { [name]: text } : {};
  };
  const about = subjects.find((one) => one === query.get('about'));
  const subjectId = query.get('subject');
  const question: Question = {
    ...(site && { siteId: site.id }),
    ...date('from'),
    ...date('to'),
    ...(about && { action: about }),
    ...(subjectId && { subjectId }),
  };
  const isKnown = site !== undefined || (asked === nowhere && isEverywhere);
  const trail = useInfiniteQuery({ ...trailOf(question), enabled: isKnown });
  const keeping = useMutation({
    mutationFn: () =>
      keepFile(
        `/api/v1/audit-events?${new URLSearchParams(Object.entries(question)).toString()}`,
        'audit-trail.csv',
        'text/csv',
      ),
  });
  const set = (name: string, value: string) =>
    setQuery((before) => {
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });
  const deeds = trail.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={t('audit.title')}
      below={site && siteName(site)}
      beside={
        <Button
          variant="default"
          leftSection={<Icon name="download" />}
          loading={keeping.isPending}
          disabled={!isKnown}
          onClick={() => keeping.mutate()}
        >
          {t('audit.csv')}
        </Button>
      }
    >
      <Stack gap="lg" maw={900}>
        <Group gap="sm" align="flex-end">
          {(run.length > 1 || isEverywhere) && (
            <NativeSelect
              flex="1 1 13rem"
              label={t('day.site')}
              value={site?.slug ?? nowhere}
              onChange={(event) => set('site', event.currentTarget.value)}
              data={[
                ...run.map((one) => ({ value: one.slug, label: siteName(one) })),
                ...(isEverywhere ? [{ value: nowhere, label: t('audit.noSite') }] : []),
              ]}
            />
          )}
          <NativeSelect
            flex="1 1 13rem"
            label={t('audit.about')}
            value={about ?? ''}
            onChange={(event) => set('about', event.currentTarget.value)}
            data={[
              { value: '', label: t('audit.everything') },
              ...subjects.map((value) => ({ value, label: t(`audit.subject.${value}`) })),
            ]}
          />
          {(['from', 'to'] as const).map((name) => (
            <TextInput
              key={name}
              type="date"
              flex="1 1 9rem"
              label={t(`audit.${name}`)}
              value={query.get(name) ?? ''}
              onChange={(event) => set(name, event.currentTarget.value)}
            />
          ))}
        </Group>
        {subjectId && (
          <Alert icon={<Icon name="search" />}>
            <Group justify="space-between">
              <Text>{t('audit.onlyOne')}</Text>
              <Button size="sm" variant="default" onClick={() => set('subject', '')}>
                {t('audit.all')}
              </Button>
            </Group>
          </Alert>
        )}
        {keeping.error && <Failure error={keeping.error} />}
        {(house.error ?? trail.error) && (
          <Failure
            error={house.error ?? trail.error}
            onRetry={() => void (house.error ? house.refetch() : trail.refetch())}
          />
        )}
        {(house.isPending || (isKnown && trail.isPending)) && <Skeleton h={240} />}
        {trail.data && deeds.length === 0 && <Empty scene="night" title={t('audit.none')} text={t('audit.noneText')} />}
        <Days deeds={deeds} timeZone={timeZone} onOnly={subjectId ? undefined : (id) => set('subject', id)} />
        {trail.hasNextPage && (
          <Button variant="default" loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
            {t('audit.more')}
          </Button>
        )}
      </Stack>
    </Page>
  );
}

interface DaysProps {
  deeds: Deed[];
  timeZone: string;
  onOnly: ((subjectId: string) => void) | undefined;
}

/** The deeds under the days of the site on which they were done. */
function Days({ deeds, timeZone, onOnly }: DaysProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { what, particulars } = useDeeds(timeZone);
  const days = Map.groupBy(deeds, ({ at }) => localDate(Date.parse(at), timeZone));
  return [...days].map(([date, done]) => (
    <section key={date} aria-labelledby={`day-${date}`}>
      <Title order={2} id={`day-${date}`} size="h3" mb="xs">
        {words.fullDate(date)}
      </Title>
      <Paper withBorder radius="lg" px="md">
        <Stack component="ol" m={0} p={0} gap={0}>
          {done.map((deed, index) => (
            <Group
              key={deed.id}
              component="li"
              align="flex-start"
              justify="space-between"
              gap="md"
              py="sm"
              style={{
                listStyle: 'none',
                rowGap: 4,
                borderTop: index > 0 ? '1px solid var(--oasis-line)' : undefined,
              }}
            >
              <Group align="flex-start" wrap="nowrap" gap="md" flex="1 1 18rem" style={{ minWidth: 0 }}>
                <Text component="time" dateTime={deed.at} c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
                  {words.time(Date.parse(deed.at), timeZone)}
                </Text>
                <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                  <Text>
                    {what(deed)}
                    {deed.subject && deed.subject !== deed.actor && (
                      <Text component="span" fw={550}>{` · ${deed.subject}`}</Text>
                    )}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {[
                      deed.actor ?? (deed.actorId === null ? t('audit.house') : t('audit.somebody')),
                      ...particulars(deed),
                    ].join(' · ')}
                  </Text>
                </div>
              </Group>
              {onOnly && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  style={{ flexShrink: 0 }}
                  onClick={() => onOnly(deed.subjectId)}
                >
                  {t('audit.onlyThis')}
                </Button>
              )}
            </Group>
          ))}
        </Stack>
      </Paper>
    </section>
  ));
}
