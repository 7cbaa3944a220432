import { Group, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { administers } from '../../shared/api/duties';
import { siteName } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import type { Site } from '../../shared/api/views';
import { asksFor } from '../../shared/membership/asks';
import { applicationsOf, membershipsOf } from '../../shared/membership/reads';
import { localDate } from '../../shared/time/site-time';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import type { IconName } from '../../shared/ui/Icon';
import { WayList } from '../../shared/ui/WayList';
import classes from './ManagerToday.module.css';
import { appealsAt, countsOf, erasuresWaiting, requestsAt } from './waiting';

/** For those who run sites: what waits for them at each, and the numbers of the day. */
export function ManagerToday({ sites, now }: { sites: Site[]; now: number }) {
  const person = usePerson();
  const running = sites.filter(({ status }) => status === 'active');
  return (
    <Stack gap="xl">
      {administers(person) && <OfHouse />}
      {running.map((site) => (
        <OfSite key={site.id} site={site} now={now} />
      ))}
    </Stack>
  );
}

/** What waits for those who run the whole house; nothing when nothing does. */
function OfHouse() {
  const { t } = useTranslation();
  const { data: count = 0 } = useQuery(erasuresWaiting);
  if (count === 0) return null;
  return (
    <WayList
      label={t('start.waits')}
      ways={[
        { to: '/erasure-requests', icon: 'key', name: t('start.erasures', { count }), hint: t('start.erasuresHint') },
      ]}
    />
  );
}

function OfSite({ site, now }: { site: Site; now: number }) {
  const { t } = useTranslation();
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <Group justify="space-between" mb="sm">
        <Title order={2} id={heading}>
          {t('start.today', { site: siteName(site) })}
        </Title>
        <Link to={`/site/day?site=${site.slug}`} className={classes.toDay}>
          {t('start.toDay')}
        </Link>
      </Group>
      <Stack gap="sm">
        <Numbers site={site} now={now} />
        <Waits site={site} now={now} />
      </Stack>
    </section>
  );
}

/** Who is expected, who has come, who has not: at a glance. */
function Numbers({ site, now }: { site: Site; now: number }) {
  const { t } = useTranslation();
  const counts = useQuery(countsOf(site.id, localDate(now, site.timeZone)));
  if (counts.error && !counts.data) return <Failure error={counts.error} onRetry={() => void counts.refetch()} />;
  if (!counts.data) return <Skeleton h={84} />;
  return (
    <SimpleGrid component="dl" cols={{ base: 2, xs: 4 }} spacing="sm" m={0}>
      {(['expected', 'arrived', 'guests', 'noShows'] as const).map((name) => (
        <Paper key={name} withBorder radius="lg" px="md" py="sm" className={classes.number} data-count={name}>
          <Text component="dt" size="sm" c="dimmed">
            {t(`start.${name}`)}
          </Text>
          <dd>{counts.data[name]}</dd>
        </Paper>
      ))}
    </SimpleGrid>
  );
}

/** Everything that waits for an answer, each with the way to give it. */
function Waits({ site, now }: { site: Site; now: number }) {
  const { t } = useTranslation();
  const applications = useQuery({ ...applicationsOf(site.id), select: (all) => all.filter(isUndecided).length });
  const members = useQuery({ ...membershipsOf(site.id), select: (all) => all.filter(asksFor).length });
  const requests = useQuery(requestsAt(site.id, now));
  const appeals = useQuery(appealsAt(site.id));
  const reads = [applications, members, requests, appeals];
  const failed = reads.find(({ error, data }) => error && data === undefined);
  if (failed) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  if (reads.some(({ data }) => data === undefined)) return <Skeleton h={112} />;
  const kinds = [
    { name: 'applications', count: applications.data, to: `/decisions?site=${site.slug}`, icon: 'inbox' },
    { name: 'requests', count: requests.data, to: `/site/day?site=${site.slug}`, icon: 'calendar' },
    { name: 'asks', count: members.data, to: `/members?site=${site.slug}`, icon: 'people' },
    { name: 'appeals', count: appeals.data, to: `/site/waiting?site=${site.slug}`, icon: 'clock' },
  ] as const satisfies { name: string; count: number | undefined; to: string; icon: IconName }[];
  const waiting = kinds.flatMap((kind) => (kind.count ? [{ ...kind, count: kind.count }] : []));
  if (waiting.length === 0) {
    return (
      <Group gap="sm" wrap="nowrap" align="flex-start" c="dimmed">
        <Icon name="check" />
        <Text>{t('start.nothingWaits')}</Text>
      </Group>
    );
  }
  return (
    <WayList
      label={t('start.waits')}
      ways={waiting.map(({ name, count, to, icon }) => ({
        to,
        icon,
        name: t(`start.${name}`, { count }),
        hint: t(`start.${name}Hint`),
      }))}
    />
  );
}

function isUndecided({ status }: { status: string }): boolean {
  return status === 'submitted' || status === 'under_review';
}
