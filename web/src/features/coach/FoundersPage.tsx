import { Badge, Button, Group, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { siteName, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import { useNow } from '../../shared/booking/now';
import { actionItemsOf, myAssignments, mySessions } from '../../shared/coaching/reads';
import type { Assignment, AssignmentStatus, Session } from '../../shared/coaching/views';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import classes from './FoundersPage.module.css';

const colours: Partial<Record<AssignmentStatus, string>> = { active: 'palm', on_hold: 'yellow', offered: 'yellow' };

/** The founders one coaches, and those one has coached. */
export function FoundersPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const now = useNow();
  const assignments = useQuery(myAssignments(person.id));
  const sessions = useQuery(mySessions(person.id, now));
  const items = useQuery(actionItemsOf(person.id));
  const mine = (assignments.data ?? []).filter(({ coach }) => coach.id === person.id);
  const present = mine.filter(({ status }) => status === 'active' || status === 'on_hold');
  const past = mine.filter(({ status }) => status === 'completed' || status === 'ended_early');
  const nextOf = ({ id }: Assignment) =>
    sessions.data?.find((one) => one.assignmentId === id && one.status === 'confirmed' && spanOf(one).end > now);
  const openOf = ({ membershipId }: Assignment) =>
    items.data?.filter((item) => item.membershipId === membershipId && item.status === 'open').length ?? 0;
  return (
    <Page title={t('coach.founders.title')}>
      {assignments.error && !assignments.data && (
        <Failure error={assignments.error} onRetry={() => void assignments.refetch()} />
      )}
      {assignments.isPending && <Skeleton h={200} />}
      {assignments.data && present.length === 0 && (
        <Empty scene="desk" title={t('coach.founders.none')} text={t('coach.founders.noneText')}>
          <Button component={Link} to="/coach/requests" mt="sm">
            {t('coach.requests.title')}
          </Button>
        </Empty>
      )}
      <Stack gap="xl">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          {present.map((one) => (
            <FounderCard key={one.id} assignment={one} next={nextOf(one)} open={openOf(one)} now={now} />
          ))}
        </SimpleGrid>
        {past.length > 0 && (
          <section aria-labelledby="past">
            <Title order={2} id="past" mb="sm">
              {t('coach.founders.past')}
            </Title>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              {past.map((one) => (
                <FounderCard key={one.id} assignment={one} next={undefined} open={0} now={now} />
              ))}
            </SimpleGrid>
          </section>
        )}
      </Stack>
    </Page>
  );
}

interface CardProps {
  assignment: Assignment;
  next: Session | undefined;
  open: number;
  now: number;
}

function FounderCard({ assignment, next, open, now }: CardProps) {
  const { t } = useTranslation();
  const words = useWords();
  const house = useQuery(sites);
  const { entrepreneur, status, kind, siteId, membershipId, timeZone } = assignment;
  const site = house.data?.find(({ id }) => id === siteId);
  const isRunning = status === 'active' || status === 'on_hold';
  return (
    <Paper component="article" withBorder radius="lg" p="md" className={classes.card}>
      <Group justify="space-between" gap="xs">
        <Link to={`/coach/founders/${membershipId}`} className={classes.name}>
          {entrepreneur.fullName}
        </Link>
        {status !== 'active' && (
          <Badge color={colours[status] ?? 'gray'} variant="light" tt="none">
            {t(`coach.assignment.${status}`)}
          </Badge>
        )}
      </Group>
      <Text c="dimmed">
        {t(`coach.kind.${kind}`)}
        {site && ` · ${siteName(site)}`}
      </Text>
      {isRunning && (
        <Text mt={6}>
          {next
            ? t('coach.founders.next', {
                date: words.dayWithin(localDate(spanOf(next).start, timeZone), localDate(now, timeZone)),
                time: words.time(spanOf(next).start, timeZone),
              })
            : t('coach.founders.noNext')}
        </Text>
      )}
      {open > 0 && <Text c="dimmed">{t('coach.founders.open', { count: open })}</Text>}
    </Paper>
  );
}
