import { Badge, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { siteName, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import { useNow } from '../../shared/booking/now';
import { fitOf, myCoachProfile } from '../../shared/coaching/coach-reads';
import { lookBack, myAssignments, mySessions } from '../../shared/coaching/reads';
import { SessionCard } from '../../shared/coaching/SessionCard';
import type { Assignment } from '../../shared/coaching/views';
import { minute, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { BookSheet } from './BookSheet';
import { FounderFacts } from './FitFacts';
import { FounderGoals } from './FounderGoals';
import { FounderItems } from './FounderItems';
import { FounderNotes } from './FounderNotes';
import { knownTopics } from './known-topics';
import { Standing } from './Standing';

/** One founder: how far the venture is, the next session, goals, what is to be done, and the notes. */
export function FounderPage() {
  const { t } = useTranslation();
  const { membershipId = '' } = useParams();
  const person = usePerson();
  const assignments = useQuery(myAssignments(person.id));
  const house = useQuery(sites);
  const ofFounder = (assignments.data ?? []).filter(
    (one) => one.membershipId === membershipId && one.coach.id === person.id,
  );
  // Somebody may have been coached before: what runs now counts, else the latest.
  const assignment = ofFounder.find(({ status }) => status === 'active' || status === 'on_hold') ?? ofFounder[0];
  const site = house.data?.find(({ id }) => id === assignment?.siteId);
  return (
    <Page
      back={{ to: '/coach/founders', label: t('coach.founder.back') }}
      title={assignment?.entrepreneur.fullName ?? t('coach.founders.title')}
      below={assignment && `${t(`coach.kind.${assignment.kind}`)}${site ? ` · ${siteName(site)}` : ''}`}
      beside={
        assignment &&
        assignment.status !== 'active' && (
          <Badge color={assignment.status === 'on_hold' ? 'yellow' : 'gray'} variant="light" tt="none">
            {t(`coach.assignment.${assignment.status}`)}
          </Badge>
        )
      }
    >
      {assignments.error && !assignments.data && (
        <Failure error={assignments.error} onRetry={() => void assignments.refetch()} />
      )}
      {assignments.isPending && <Skeleton h={240} />}
      {assignments.data && !assignment && <Empty scene="lost" title={t('coach.founder.notYours')} />}
      {assignment && <Founder key={assignment.id} assignment={assignment} />}
    </Page>
  );
}

function Founder({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation();
  const words = useWords();
  const person = usePerson();
  const now = useNow();
  const [isBooking, booking] = useDisclosure();
  const profile = useQuery(myCoachProfile(person.id));
  const isOpen = ['offered', 'active', 'on_hold'].includes(assignment.status);
  const fit = useQuery({ ...fitOf(assignment.id), enabled: isOpen });
  const day = 24 * 60 * minute;
  const from = Math.floor(now / day) * day - lookBack;
  const sessions = useQuery(mySessions(person.id, from));
  const theirs = (sessions.data ?? []).filter(
    (one) => one.coach.id === person.id && one.participants.some(({ id }) => id === assignment.entrepreneur.id),
  );
  const ahead = theirs.filter((one) => one.status === 'confirmed' && spanOf(one).end > now);
  const past = theirs.filter((one) => spanOf(one).end <= now && one.status !== 'cancelled').toReversed();
  return (
    <Stack gap="xl" maw={860}>
      {assignment.status === 'on_hold' && (
        <Text>
          {assignment.heldUntil
            ? t('coach.founder.restsUntil', { date: words.fullDate(assignment.heldUntil) })
            : t('coach.founder.rests')}
          {assignment.reason && ` ${t('bookings.reason', { reason: assignment.reason })}`}
        </Text>
      )}
      {fit.data && (
        <Paper withBorder radius="lg" p="md">
          <FounderFacts fit={fit.data} known={knownTopics(profile.data)} />
        </Paper>
      )}
      <section aria-labelledby="next">
        <Group justify="space-between" mb="sm">
          <Title order={2} id="next">
            {t('coach.founder.next')}
          </Title>
          {assignment.status === 'active' && (
            <Button size="sm" leftSection={<Icon name="plus" size={18} />} onClick={booking.open}>
              {t('coach.book.open')}
            </Button>
          )}
        </Group>
        {sessions.isPending && <Skeleton h={100} />}
        {sessions.error && !sessions.data && <Failure error={sessions.error} onRetry={() => void sessions.refetch()} />}
        {sessions.data && ahead.length === 0 && <Text c="dimmed">{t('coach.founder.noNext')}</Text>}
        <Stack gap="sm">
          {ahead.map((session) => (
            <SessionCard key={session.id} session={session} now={now} />
          ))}
        </Stack>
      </section>
      <FounderGoals membershipId={assignment.membershipId} />
      <FounderItems assignment={assignment} />
      <FounderNotes sessions={past} now={now} />
      <Standing assignment={assignment} />
      <BookSheet assignment={assignment} opened={isBooking} onClose={booking.close} last={past[0]} />
    </Stack>
  );
}
