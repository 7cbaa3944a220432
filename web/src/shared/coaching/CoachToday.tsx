import { Anchor, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePerson } from '../api/use-session';
import { localDate, minute, spanOf, viewerZone } from '../time/site-time';
import { Empty } from '../ui/Empty';
import { Failure } from '../ui/Failure';
import { CoachWaits } from './CoachWaits';
import { mySessions } from './reads';
import { SessionCard } from './SessionCard';

const day = 24 * 60 * minute;

/** For a coach's home: what waits for an answer, the sessions of today, and the next one when there is none. */
export function CoachToday({ now }: { now: number }) {
  const { t } = useTranslation();
  const person = usePerson();
  // From yesterday on, so that a session which began before midnight or is still to be closed today is among them.
  const sessions = useQuery(mySessions(person.id, now - day));
  const zone = viewerZone();
  const today = localDate(now, zone);
  const mine = sessions.data?.filter(({ coach, status }) => coach.id === person.id && status !== 'cancelled') ?? [];
  const ofToday = mine.filter((one) => localDate(spanOf(one).start, zone) === today);
  const next = mine.find((one) => one.status === 'confirmed' && localDate(spanOf(one).start, zone) > today);
  return (
    <Stack gap="xl">
      <CoachWaits now={now} />
      <section aria-labelledby="coach-today">
        <Group justify="space-between" mb="sm">
          <Title order={2} id="coach-today">
            {t('coach.today.title')}
          </Title>
          <Anchor component={Link} to="/coach">
            {t('coach.today.week')}
          </Anchor>
        </Group>
        {sessions.error && !sessions.data && <Failure error={sessions.error} onRetry={() => void sessions.refetch()} />}
        {sessions.isPending && <Skeleton h={110} />}
        {sessions.data && ofToday.length === 0 && (
          <Paper withBorder radius="lg">
            <Empty scene="desk" title={t('coach.today.none')} text={t('coach.today.noneText')} />
          </Paper>
        )}
        <Stack gap="sm">
          {ofToday.map((session) => (
            <SessionCard key={session.id} session={session} now={now} />
          ))}
          {next && ofToday.length === 0 && (
            <>
              <Text fw={600} mt="sm">
                {t('coach.today.next')}
              </Text>
              <SessionCard session={next} now={now} />
            </>
          )}
        </Stack>
      </section>
    </Stack>
  );
}
