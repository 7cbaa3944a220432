import { Anchor, Badge, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { sitesRunBy } from '../../shared/api/duties';
import { siteName, siteNamed, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import type { Site } from '../../shared/api/views';
import type { Assignment } from '../../shared/coaching/views';
import { SiteChoice } from '../../shared/membership/SiteChoice';
import { localDate } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { useNow } from '../../shared/booking/now';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { Sheet } from '../../shared/ui/Sheet';
import { ActSheet } from './ActSheet';
import classes from './Assignments.module.css';
import { Loads } from './Loads';
import { MatchSheet } from './MatchSheet';
import { openAssignmentsOf, overviewOf, runsOf } from './reads';
import type { Overview } from './reads';
import { StartRun } from './StartRun';

/** The board of a site: who has no coach, whom a coach was asked for, who is coached, and how full the coaches are. */
export function AssignmentsPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const [query, setQuery] = useSearchParams();
  const house = useQuery(sites);
  const run = sitesRunBy(person, house.data ?? []);
  const site = siteNamed(run, query.get('site')) ?? run[0];
  return (
    <Page
      title={t('assign.title')}
      below={site && siteName(site)}
      beside={<SiteChoice sites={run} chosen={site} onChange={(slug) => setQuery({ site: slug })} />}
    >
      {house.error && <Failure error={house.error} onRetry={() => void house.refetch()} />}
      {house.isPending && <Skeleton h={240} />}
      {site && <Board key={site.id} site={site} />}
    </Page>
  );
}

type Open =
  { kind: 'match'; founder: Overview['withoutCoach'][number] } | { kind: 'act'; of: Assignment } | { kind: 'run' };

function Board({ site }: { site: Site }) {
  const { t } = useTranslation();
  const overview = useQuery(overviewOf(site.id));
  const assignments = useQuery(openAssignmentsOf(site.id));
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const error = overview.error ?? assignments.error;
  if (error)
    return <Failure error={error} onRetry={() => void Promise.all([overview.refetch(), assignments.refetch()])} />;
  if (!overview.data || !assignments.data) return <Skeleton h={320} />;
  const { withoutCoach, coaches } = overview.data;
  const waiting = withoutCoach.filter(({ asked }) => !asked);
  const by = (status: Assignment['status']) => assignments.data.filter((one) => one.status === status);
  return (
    <Stack gap="xl" maw={900}>
      <Lane
        id="without"
        title={t('assign.lane.without')}
        count={waiting.length}
        beside={
          waiting.length > 0 && (
            <Button leftSection={<Icon name="bolt" />} onClick={() => setOpen({ kind: 'run' })}>
              {t('assign.run.open')}
            </Button>
          )
        }
      >
        {waiting.length === 0 && <Empty scene="desk" title={t('assign.allCoached')} />}
        {waiting.map((founder) => (
          <Waiting key={founder.membershipId} founder={founder} onFind={() => setOpen({ kind: 'match', founder })} />
        ))}
      </Lane>
      {(['offered', 'active', 'on_hold'] as const).map((status) =>
        by(status).length === 0 ? null : (
          <Lane key={status} id={status} title={t(`assign.lane.${status}`)} count={by(status).length}>
            {by(status)
              .toSorted((a, b) => a.answerBy.localeCompare(b.answerBy))
              .map((one) => (
                <Pair key={one.id} assignment={one} onAct={() => setOpen({ kind: 'act', of: one })} />
              ))}
          </Lane>
        ),
      )}
      <Loads coaches={coaches} />
      <Runs siteId={site.id} timeZone={site.timeZone} />
      <Sheet
        opened={open !== undefined}
        onClose={close}
        title={
          open?.kind === 'match'
            ? t('assign.coachFor', { name: open.founder.name })
            : open?.kind === 'run'
              ? t('assign.run.open')
              : t('assign.change')
        }
      >
        {open?.kind === 'match' && <MatchSheet membershipId={open.founder.membershipId} onDone={close} />}
        {open?.kind === 'act' && <ActSheet assignment={open.of} onDone={close} />}
        {open?.kind === 'run' && <StartRun siteId={site.id} founders={waiting} coaches={coaches} />}
      </Sheet>
    </Stack>
  );
}

function Lane(props: { id: string; title: string; count: number; beside?: ReactNode; children: ReactNode }) {
  return (
    <section aria-labelledby={`lane-${props.id}`}>
      <Group justify="space-between" mb="sm">
        <Title order={2} id={`lane-${props.id}`}>
          {props.title} ({props.count})
        </Title>
        {props.beside}
      </Group>
      <Stack gap="sm">{props.children}</Stack>
    </section>
  );
}

function Waiting({ founder, onFind }: { founder: Overview['withoutCoach'][number]; onFind: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Paper withBorder radius="lg" p="md" component="article" aria-label={founder.name}>
      <Group justify="space-between">
        <div style={{ minWidth: 0 }}>
          <Anchor component={Link} to={`/members/${founder.membershipId}`} fw={650}>
            {founder.name}
          </Anchor>
          <Text size="sm" c="dimmed">
            {t('assign.since', { date: words.fullDate(founder.since) })}
          </Text>
        </div>
        <Button variant="light" size="sm" onClick={onFind} aria-label={`${t('assign.find')}: ${founder.name}`}>
          {t('assign.find')}
        </Button>
      </Group>
    </Paper>
  );
}

function Pair({ assignment, onAct }: { assignment: Assignment; onAct: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const now = useNow();
  const { entrepreneur, coach, kind, status, answerBy, timeZone, heldUntil, alternates } = assignment;
  const deadline = Date.parse(answerBy);
  // The answer is due by the midnight that ends a day: that day is the last.
  const last = words.date(localDate(deadline - 1, timeZone));
  const facts = [
    t(`assign.kinds.${kind}`),
    status === 'offered' &&
      (deadline < now ? t('assign.overdue', { date: last }) : t('assign.answerBy', { date: last })),
    status === 'offered' && alternates.length > 0 && t('assign.alternates', { count: alternates.length }),
    status === 'on_hold' && heldUntil && t('assign.restsUntil', { date: words.fullDate(heldUntil) }),
  ].filter(Boolean);
  return (
    <Paper withBorder radius="lg" p="md" component="article" aria-label={entrepreneur.fullName}>
      <Group justify="space-between">
        <div style={{ minWidth: 0 }}>
          <Group gap="xs">
            <Anchor component={Link} to={`/members/${assignment.membershipId}`} fw={650}>
              {entrepreneur.fullName}
            </Anchor>
            {status === 'offered' && deadline < now && (
              <Badge color="red" variant="light" tt="none">
                {t('assign.late')}
              </Badge>
            )}
          </Group>
          <Text>{t('assign.with', { coach: coach.fullName })}</Text>
          <Text size="sm" c="dimmed">
            {facts.join(' · ')}
          </Text>
        </div>
        {assignment.possible.length > 0 && (
          <Button
            variant="default"
            size="sm"
            onClick={onAct}
            aria-label={t('assign.changeNamed', { name: entrepreneur.fullName })}
          >
            {t('assign.change')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

function Runs({ siteId, timeZone }: { siteId: string; timeZone: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const runs = useQuery(runsOf(siteId));
  if (!runs.data || runs.data.length === 0) return null;
  return (
    <section aria-labelledby="runs">
      <Title order={2} id="runs" mb="sm">
        {t('assign.run.all')}
      </Title>
      <Stack component="ul" gap="xs" m={0} p={0}>
        {runs.data.map(({ id, createdAt, status }) => (
          <Group key={id} component="li" gap="sm" className={classes.item}>
            <Anchor component={Link} to={`/assignments/runs/${id}`}>
              {words.date(localDate(Date.parse(createdAt), timeZone))} {words.time(Date.parse(createdAt), timeZone)}
            </Anchor>
            <Badge
              variant="light"
              color={status === 'failed' ? 'red' : status === 'draft' ? 'yellow' : 'gray'}
              tt="none"
            >
              {t(`assign.run.status.${status}`)}
            </Badge>
          </Group>
        ))}
      </Stack>
    </section>
  );
}
