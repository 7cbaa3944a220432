import { Alert, Button, Grid, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Problem } from '../../shared/api/problem';
import { runsSite } from '../../shared/api/duties';
import { usePerson } from '../../shared/api/use-session';
import { useNow } from '../../shared/booking/now';
import { ActionItems, inOrderOfDue } from '../../shared/coaching/ActionItems';
import { CloseSheet } from '../../shared/coaching/CloseSheet';
import { actionItemsOf, sessionOf } from '../../shared/coaching/reads';
import { companyOf } from '../../shared/coaching/SessionCard';
import type { Session } from '../../shared/coaching/views';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { Brief } from './Brief';
import { CancelSessionSheet } from './CancelSessionSheet';
import { FeedbackForm } from './FeedbackForm';
import { MoveSessionSheet } from './MoveSessionSheet';
import { Notes } from './Notes';
import { Part } from './Part';
import { SessionFacts } from './SessionFacts';
import { AddItem } from './Todo';

/** One session: when, where and with whom, what it is about, what was said, and what follows from it. */
export function SessionPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const session = useQuery(sessionOf(id));
  if (session.data) return <One session={session.data} />;
  const isGone = session.error instanceof Problem && session.error.status === 404;
  return (
    <Page title={t('session.title')}>
      {isGone ? (
        <Empty scene="lost" title={t('session.gone')} text={t('session.goneText')}>
          <Button component={Link} to="/coaching" mt="sm">
            {t('coaching.back')}
          </Button>
        </Empty>
      ) : session.error ? (
        <Failure error={session.error} onRetry={() => void session.refetch()} />
      ) : (
        <Skeleton h={240} aria-hidden />
      )}
    </Page>
  );
}

function One({ session }: { session: Session }) {
  const { t } = useTranslation();
  const words = useWords();
  const person = usePerson();
  const now = useNow();
  const { timeZone, status } = session;
  const span = spanOf(session);
  const isAhead = status === 'confirmed' && span.end > now;
  const takesPart = session.coach.id === person.id || session.participants.some(({ id }) => id === person.id);
  const isCoach = session.coach.id === person.id;
  const [isClosing, closing] = useDisclosure();
  const mayTell = isCoach || runsSite(person, session.siteId);
  const mayClose = mayTell && (status === 'held' || (status === 'confirmed' && span.start <= now));
  const mayCorrect = mayTell && session.correctableUntil !== null && now < Date.parse(session.correctableUntil);
  const company = companyOf(session, person.id).join(', ');
  return (
    <Page
      back={{ to: isCoach ? '/coach' : '/coaching', label: t('coaching.title') }}
      title={session.topic || t(`sessionType.${session.type}`)}
      below={[words.day(localDate(span.start, timeZone), localDate(now, timeZone)), company]
        .filter(Boolean)
        .join(' · ')}
    >
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 5 }} order={{ base: 1, md: 2 }}>
          <Stack gap="md">
            <Paper withBorder radius="lg" p="md">
              <SessionFacts session={session} now={now} />
            </Paper>
            {mayClose && (
              <Button leftSection={<Icon name="check" size={18} />} onClick={closing.open}>
                {t('session.close')}
              </Button>
            )}
            {mayCorrect && (
              <Button variant="default" onClick={closing.open}>
                {t('session.correct')}
              </Button>
            )}
            {takesPart && <Change session={session} now={now} isAhead={isAhead} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }} order={{ base: 2, md: 1 }}>
          <Stack gap="xl">
            {status === 'held' && session.coach.id !== person.id && (
              <Alert color="palm">{t('session.toBeClosed', { name: session.coach.fullName })}</Alert>
            )}
            {takesPart && status === 'closed' && !isCoach && <FeedbackForm session={session} />}
            {takesPart && <Brief session={session} mayChange={isAhead} />}
            {takesPart && <Notes session={session} />}
            {takesPart && <Follows session={session} />}
          </Stack>
        </Grid.Col>
      </Grid>
      {mayTell && <CloseSheet session={session} opened={isClosing} onClose={closing.close} />}
    </Page>
  );
}

/** Moving and calling off, with the deadline told before. */
function Change({ session, now, isAhead }: { session: Session; now: number; isAhead: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const person = usePerson();
  const [isMoving, moving] = useDisclosure();
  const [isCancelling, cancelling] = useDisclosure();
  const deadline = Date.parse(session.freeCancellationUntil);
  const isCoach = session.coach.id === person.id;
  const isLate = now > deadline && !isCoach;
  const { timeZone, assignmentId } = session;
  const again = assignmentId ? `/coaching/book?assignment=${assignmentId}` : `/coaching/book?coach=${session.coach.id}`;
  const until = `${words.dateWithin(localDate(deadline, timeZone))} ${words.time(deadline, timeZone)}`;
  return (
    <Stack gap="xs">
      {isAhead && (
        <Group gap="sm">
          {!isLate && (
            <Button variant="default" onClick={moving.open}>
              {t('session.move')}
            </Button>
          )}
          <Button variant="default" onClick={cancelling.open}>
            {t('session.cancel')}
          </Button>
        </Group>
      )}
      {session.status === 'cancelled' && !isCoach && (
        <Group>
          <Button component={Link} to={again}>
            {t('session.again')}
          </Button>
        </Group>
      )}
      {isAhead && !isCoach && (
        <Text size="sm" c="dimmed">
          {isLate ? t('session.lateNow', { until }) : t('session.freeUntil', { until })}
        </Text>
      )}
      <MoveSessionSheet session={session} opened={isMoving} onClose={moving.close} />
      <CancelSessionSheet session={session} opened={isCancelling} onClose={cancelling.close} now={now} />
    </Stack>
  );
}

/** What is to be done after a session. */
function Follows({ session }: { session: Session }) {
  const { t } = useTranslation();
  const person = usePerson();
  const items = useQuery(actionItemsOf(person.id, { sessionId: session.id }));
  const [isAdding, adding] = useDisclosure();
  const shown = inOrderOfDue(items.data ?? []);
  const mayAdd = session.assignmentId !== null && session.status !== 'cancelled';
  if (shown.length === 0 && !mayAdd) return null;
  return (
    <Part id="items" title={t('todo.title')}>
      <Stack gap="sm">
        {items.error && !items.data && <Failure error={items.error} onRetry={() => void items.refetch()} />}
        {shown.length > 0 && (
          <Paper withBorder radius="lg" px="md" py={6}>
            <ActionItems items={shown} label={t('todo.title')} />
          </Paper>
        )}
        {shown.length === 0 && items.data && <Text c="dimmed">{t('todo.noneHere')}</Text>}
        {mayAdd &&
          (isAdding ? (
            <AddItem of={{ sessionId: session.id }} onClose={adding.close} />
          ) : (
            <Group>
              <Button variant="default" size="sm" leftSection={<Icon name="plus" size={18} />} onClick={adding.open}>
                {t('todo.add')}
              </Button>
            </Group>
          ))}
      </Stack>
    </Part>
  );
}
