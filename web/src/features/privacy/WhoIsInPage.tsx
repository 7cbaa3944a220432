import { ActionIcon, Avatar, Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { answered, api } from '../../shared/api/client';
import { ownSite, sites } from '../../shared/api/house';
import type { components } from '../../shared/api/schema';
import { usePerson } from '../../shared/api/use-session';
import type { Site } from '../../shared/api/views';
import { useNow } from '../../shared/booking/now';
import { SiteChoice } from '../../shared/membership/SiteChoice';
import { myConsents } from '../../shared/membership/reads';
import { useZoneNames } from '../../shared/plan/names';
import { isDate, localDate, plusDays } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';

type WhoIsIn = components['schemas']['WhoIsInView'];

const whoIsIn = (siteId: string, date: string) =>
  queryOptions({
    queryKey: ['who-is-in', siteId, date],
    queryFn: (): Promise<WhoIsIn> =>
      answered(api.GET('/api/v1/sites/{id}/who-is-in', { params: { path: { id: siteId }, query: { date } } })),
    refetchInterval: 60_000,
  });

/** Who is in on a day, among those who agreed to be seen; only they see it. */
export function WhoIsInPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const house = useQuery(sites);
  const [query] = useSearchParams();
  const asked = house.data?.find(({ slug }) => slug === query.get('site'));
  const site = asked ?? ownSite(person, house.data ?? []);
  return (
    <Page title={t('whoIsIn.title')} below={t('whoIsIn.below')}>
      {house.error && <Failure error={house.error} onRetry={() => void house.refetch()} />}
      {site && <OfSite site={site} all={house.data ?? []} />}
    </Page>
  );
}

function OfSite({ site, all }: { site: Site; all: Site[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const [query, setQuery] = useSearchParams();
  const today = localDate(useNow(), site.timeZone);
  const asked = query.get('date');
  const date = isDate(asked) ? asked : today;
  const present = useQuery(whoIsIn(site.id, date));
  const see = (changes: { date?: string; site?: string }) =>
    setQuery({ ...Object.fromEntries(query), ...changes }, { replace: true });
  const step = (days: number, label: string, icon: 'left' | 'right') => (
    <ActionIcon variant="default" size={40} aria-label={label} onClick={() => see({ date: plusDays(date, days) })}>
      <Icon name={icon} />
    </ActionIcon>
  );
  return (
    <Stack gap="lg" maw={640}>
      <Group justify="space-between">
        <Group gap="xs" wrap="nowrap">
          {step(-1, t('whoIsIn.previous'), 'left')}
          <Text fw={650} aria-live="polite">
            {words.day(date, today)}
          </Text>
          {step(1, t('whoIsIn.following'), 'right')}
        </Group>
        <SiteChoice
          sites={all.filter(({ status }) => status === 'active')}
          chosen={site}
          onChange={(slug) => see({ site: slug })}
        />
      </Group>
      {present.error && <Failure error={present.error} onRetry={() => void present.refetch()} />}
      {present.isPending && <Skeleton h={160} />}
      {present.data && <Present present={present.data} date={date} />}
    </Stack>
  );
}

function Present({ present, date }: { present: WhoIsIn; date: string }) {
  const { t } = useTranslation();
  if (!present.agreed) {
    return (
      <Paper withBorder radius="lg">
        <Empty scene="desk" title={t('whoIsIn.agreeTitle')} text={t('whoIsIn.agreeText')}>
          <BeSeen wanted />
        </Empty>
      </Paper>
    );
  }
  if (!present.isIn) {
    return (
      <>
        <Empty scene="night" title={t('whoIsIn.notIn')} text={t('whoIsIn.notInText')}>
          <Button component={Link} to={`/day?date=${date}`} mt="sm">
            {t('home.seeDay')}
          </Button>
        </Empty>
        <BeSeen wanted={false} />
      </>
    );
  }
  return (
    <>
      {present.items.length === 0 && <Empty scene="night" title={t('whoIsIn.nobody')} text={t('whoIsIn.nobodyText')} />}
      <Stack component="ul" gap="sm" m={0} p={0}>
        {present.items.map((one) => (
          <One key={`${one.name} ${one.from}`} one={one} />
        ))}
      </Stack>
      <BeSeen wanted={false} />
    </>
  );
}

function One({ one }: { one: WhoIsIn['items'][number] }) {
  const { t } = useTranslation();
  const zonesOf = useZoneNames();
  const below = [one.venture, t('whoIsIn.hours', { from: one.from, until: one.until }), ...zonesOf(one.zone)];
  return (
    <Paper component="li" withBorder radius="lg" p="md" style={{ listStyle: 'none' }}>
      <Group wrap="nowrap">
        <Avatar name={one.name} color="palm" radius="xl" aria-hidden />
        <div style={{ minWidth: 0 }}>
          <Text fw={650}>{one.name}</Text>
          <Text size="sm" c="dimmed">
            {below.filter(Boolean).join(' · ')}
          </Text>
        </div>
      </Group>
    </Paper>
  );
}

/** Agrees to be seen, or takes that back; every other consent stays as it is. */
function BeSeen({ wanted }: { wanted: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const setting = useMutation({
    mutationFn: async () => {
      const now = await client.query({ ...myConsents, staleTime: 0 });
      const others = now.filter(({ given, purpose }) => given && purpose !== 'who_is_in').map(({ purpose }) => purpose);
      const purposes = wanted ? [...others, 'who_is_in' as const] : others;
      return answered(api.PUT('/api/v1/me/consents', { body: { purposes } }));
    },
    onSuccess: () =>
      Promise.all([['consents'], ['who-is-in']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  return (
    <Stack align="center" gap="sm" mt="sm">
      {setting.error && <Failure error={setting.error} />}
      <Button variant={wanted ? 'filled' : 'subtle'} loading={setting.isPending} onClick={() => setting.mutate()}>
        {wanted ? t('whoIsIn.agree') : t('whoIsIn.stop')}
      </Button>
    </Stack>
  );
}
