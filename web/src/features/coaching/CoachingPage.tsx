import { Alert, Button, Grid, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { coaches } from '../../shared/api/duties';
import { usePerson } from '../../shared/api/use-session';
import { useNow } from '../../shared/booking/now';
import { lookBack, myAssignments, mySessions } from '../../shared/coaching/reads';
import { SessionCard } from '../../shared/coaching/SessionCard';
import type { Assignment, Session } from '../../shared/coaching/views';
import { isStanding, myMemberships } from '../../shared/membership/reads';
import { spanOf } from '../../shared/time/site-time';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { Goals } from './Goals';
import { MyCoach } from './MyCoach';
import { OtherCoaches } from './OtherCoaches';
import { Part } from './Part';
import { PastSessions } from './PastSessions';
import { TakeAlong } from './TakeAlong';
import { Todo } from './Todo';

/** A founder's coaching: the next session, what to do until then, goals, the coach, and what was. */
export function CoachingPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const now = useNow();
  const assignments = useQuery(myAssignments(person.id));
  const sessions = useQuery(mySessions(person.id, now - lookBack));
  const memberships = useQuery(myMemberships(person.id));
  const mine = assignments.data?.filter((one) => one.coach.id !== person.id) ?? [];
  const together = mine.filter(({ status }) => status === 'active' || status === 'on_hold');
  const running = memberships.data?.find((one) => isStanding(one) && one.status !== 'offered');
  const record = together.find((one) => one.entrepreneur.id === person.id)?.membershipId ?? running?.id;
  const isLed = together.some(({ kind }) => kind === 'lead');
  const failed = [assignments, sessions, memberships].find(({ error, data }) => error && !data);
  const isComing = !assignments.data || !sessions.data || !memberships.data;
  // A mail to a coach leads here, too; whoever only coaches has rooms of their own.
  if (assignments.data && memberships.data && coaches(person) && mine.length === 0 && !running)
    return <Navigate to="/coach" replace />;
  return (
    <Page
      title={t('coaching.title')}
      beside={
        (together.some(({ status }) => status === 'active') || running) && (
          <Button component={Link} to="/coaching/book" leftSection={<Icon name="plus" size={18} />}>
            {t('coaching.book')}
          </Button>
        )
      }
    >
      {failed ? (
        <Failure error={failed.error} onRetry={() => void failed.refetch()} />
      ) : isComing ? (
        <Stack role="status" aria-label={t('action.loading')}>
          <Skeleton h={120} />
          <Skeleton h={180} />
        </Stack>
      ) : (
        <Grid gap="xl">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Stack gap="xl">
              <Ahead sessions={sessions.data} now={now} mayBook={together.length > 0} />
              <Todo membershipId={record} />
              <Goals membershipId={record} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Stack gap="xl">
              <Coaches assignments={mine} />
              <OtherCoaches
                siteId={running?.siteId ?? together[0]?.siteId}
                except={together}
                mayWish={running !== undefined && !isLed}
              />
            </Stack>
          </Grid.Col>
          <Grid.Col span={12}>
            <Stack gap="xl">
              <PastSessions sessions={sessions.data} now={now} />
              <TakeAlong />
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </Page>
  );
}

function Ahead({ sessions, now, mayBook }: { sessions: Session[]; now: number; mayBook: boolean }) {
  const { t } = useTranslation();
  const ahead = sessions.filter((one) => one.status === 'confirmed' && spanOf(one).end > now);
  return (
    <Part id="ahead" title={t('coaching.ahead')}>
      <Stack gap="sm">
        {ahead.map((session) => (
          <SessionCard key={session.id} session={session} now={now} />
        ))}
        {ahead.length === 0 && (
          <Empty scene="desk" title={t('coaching.nothing')} text={mayBook ? t('coaching.nothingText') : undefined}>
            {mayBook && (
              <Button component={Link} to="/coaching/book" variant="light" mt="xs">
                {t('coaching.book')}
              </Button>
            )}
          </Empty>
        )}
      </Stack>
    </Part>
  );
}

function Coaches({ assignments }: { assignments: Assignment[] }) {
  const { t } = useTranslation();
  const together = assignments.filter(({ status }) => status === 'active' || status === 'on_hold');
  const isAsked = assignments.some(({ status }) => status === 'offered');
  return (
    <Part id="coaches" title={t('coaching.mine')}>
      <Stack gap="sm">
        {together.map((assignment) => (
          <MyCoach key={assignment.id} assignment={assignment} />
        ))}
        {together.length === 0 && (
          <Alert color="palm" icon={<Icon name="talk" />}>
            {isAsked ? t('coaching.asked') : t('coaching.none')}
          </Alert>
        )}
      </Stack>
    </Part>
  );
}
