import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePerson } from '../api/use-session';
import { localDate, minute, viewerZone } from '../time/site-time';
import { useWords } from '../time/words';
import { Icon } from '../ui/Icon';
import { CloseNow } from './CloseNow';
import { calendarClashes, myCoachProfile, waitsToBeClosed } from './coach-reads';
import { myAssignments, mySessions } from './reads';
import { SessionCard } from './SessionCard';

/** How far back a session that nobody has closed is still shown, in milliseconds. */
const lookBack = 30 * 24 * 60 * minute;

/** Everything that waits for the coach: a profile to be written, founders to say yes or no to, sessions to close, clashes to answer. */
export function CoachWaits({ now }: { now: number }) {
  const { t } = useTranslation();
  const words = useWords();
  const person = usePerson();
  const assignments = useQuery(myAssignments(person.id));
  const past = useQuery(mySessions(person.id, now - lookBack, Math.ceil(now / (10 * minute)) * 10 * minute));
  const clashes = useQuery(calendarClashes);
  const isNew = useQuery(myCoachProfile(person.id)).data === null;
  const requests = (assignments.data ?? []).filter(
    ({ status, coach }) => status === 'offered' && coach.id === person.id,
  );
  const toClose = (past.data ?? []).filter((one) => one.coach.id === person.id && waitsToBeClosed(one, now));
  const unanswered = (clashes.data ?? []).filter(({ answer }) => answer === null);
  const [first] = requests.toSorted((a, b) => a.answerBy.localeCompare(b.answerBy));
  if (!isNew && !first && toClose.length === 0 && unanswered.length === 0) return null;
  return (
    <section aria-labelledby="coach-waits">
      <Title order={2} id="coach-waits" mb="sm">
        {t('coach.waits.title')}
      </Title>
      <Stack gap="sm">
        {isNew && (
          <Waiting
            icon="person"
            title={t('coach.hours.noProfile')}
            text={t('coach.first.text')}
            to="/coach/profile"
            action={t('coach.profile.title')}
          />
        )}
        {first && (
          <Waiting
            icon="people"
            title={t('coach.waits.requests', { count: requests.length })}
            text={t('coach.waits.until', {
              name: first.entrepreneur.fullName,
              date: words.dateWithin(localDate(Date.parse(first.answerBy), viewerZone())),
            })}
            to="/coach/requests"
            action={t('coach.waits.answer')}
          />
        )}
        {unanswered.length > 0 && (
          <Waiting
            icon="warning"
            title={t('coach.waits.clashes', { count: unanswered.length })}
            text={t('coach.waits.clashesText')}
            to="/coach/profile#clashes"
            action={t('coach.waits.look')}
          />
        )}
        {toClose.map((session) => (
          <SessionCard key={session.id} session={session} now={now}>
            <CloseNow session={session} now={now} />
          </SessionCard>
        ))}
      </Stack>
    </section>
  );
}

interface WaitingProps {
  icon: 'people' | 'person' | 'warning';
  title: string;
  text: string;
  to: string;
  action: string;
}

function Waiting({ icon, title, text, to, action }: WaitingProps) {
  return (
    <Paper withBorder radius="lg" p="md">
      <Group justify="space-between" gap="sm">
        <Group gap="sm" align="flex-start" wrap="nowrap" style={{ minWidth: 0, flex: '1 1 14rem' }}>
          <Text component="span" c="var(--mantine-color-anchor)" mt={2} lh={0}>
            <Icon name={icon} size={26} />
          </Text>
          <div style={{ minWidth: 0 }}>
            <Text fw={650}>{title}</Text>
            <Text c="dimmed">{text}</Text>
          </div>
        </Group>
        <Button component={Link} to={to} size="sm">
          {action}
        </Button>
      </Group>
    </Paper>
  );
}
