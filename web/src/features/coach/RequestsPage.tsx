import { Anchor, Button, Group, Paper, Skeleton, Stack, Text, Textarea, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { siteName, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';
import { useNow } from '../../shared/booking/now';
import { fitOf, myCoachProfile } from '../../shared/coaching/coach-reads';
import { myAssignments } from '../../shared/coaching/reads';
import type { Assignment } from '../../shared/coaching/views';
import { NotGranted } from '../../shared/membership/NotGranted';
import { localDate } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Empty } from '../../shared/ui/Empty';
import { Failure } from '../../shared/ui/Failure';
import { Page } from '../../shared/ui/Page';
import { Sheet } from '../../shared/ui/Sheet';
import { useAct } from './commands';
import { FitScore, FounderFacts } from './FitFacts';
import { knownTopics } from './known-topics';

/** Founders whom one is asked to coach, the most urgent first. */
export function RequestsPage() {
  const { t } = useTranslation();
  const person = usePerson();
  const assignments = useQuery(myAssignments(person.id));
  const offered = (assignments.data ?? [])
    .filter(({ status, coach }) => status === 'offered' && coach.id === person.id)
    .toSorted((a, b) => a.answerBy.localeCompare(b.answerBy));
  return (
    <Page title={t('coach.requests.title')} below={t('coach.requests.below')}>
      {assignments.error && !assignments.data && (
        <Failure error={assignments.error} onRetry={() => void assignments.refetch()} />
      )}
      {assignments.isPending && <Skeleton h={240} />}
      {assignments.data && offered.length === 0 && (
        <Empty scene="desk" title={t('coach.requests.none')} text={t('coach.requests.noneText')}>
          <Button component={Link} to="/coach/founders" mt="sm">
            {t('coach.founders.title')}
          </Button>
        </Empty>
      )}
      <Stack gap="lg" maw={820}>
        {offered.map((assignment) => (
          <Request key={assignment.id} assignment={assignment} />
        ))}
      </Stack>
    </Page>
  );
}

function Request({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation();
  const words = useWords();
  const person = usePerson();
  const now = useNow();
  const house = useQuery(sites);
  const profile = useQuery(myCoachProfile(person.id));
  const fit = useQuery(fitOf(assignment.id));
  const acting = useAct(assignment);
  const [isDeclining, declining] = useDisclosure();
  const site = house.data?.find(({ id }) => id === assignment.siteId);
  const { entrepreneur, answerBy, timeZone, kind } = assignment;
  const until = Date.parse(answerBy);

  // What is answered leaves the list, and this card with it: the notice may not hang on the card.
  function accept() {
    acting.mutateAsync({ does: 'accept' }).then(
      () => notifications.show({ message: t('coach.requests.accepted', { name: entrepreneur.fullName }) }),
      () => undefined,
    );
  }

  return (
    <Paper component="article" withBorder radius="lg" p="lg" aria-label={entrepreneur.fullName}>
      <Stack gap="md">
        <div>
          <Title order={2}>{entrepreneur.fullName}</Title>
          <Text c="dimmed">
            {t(`coach.kind.${kind}`)}
            {site && ` · ${siteName(site)}`}
          </Text>
          <Text mt={4}>
            {t('coach.requests.until', {
              date: words.day(localDate(until, timeZone), localDate(now, timeZone)),
              time: words.time(until, timeZone),
            })}
          </Text>
        </div>
        {fit.isPending && <Skeleton h={160} />}
        {fit.error && <Failure error={fit.error} onRetry={() => void fit.refetch()} />}
        {fit.data && <FounderFacts fit={fit.data} known={knownTopics(profile.data)} />}
        {fit.data && <FitScore fit={fit.data} />}
        <NotGranted error={isDeclining ? null : acting.error} timeZone={timeZone} />
        <Group gap="sm">
          <Button loading={acting.isPending} onClick={accept}>
            {t('coach.requests.accept')}
          </Button>
          <Button variant="default" onClick={declining.open}>
            {t('coach.requests.decline')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t('coach.requests.conflict')}{' '}
          <Anchor component={Link} to="/coach/profile#conflicts" inherit>
            {t('coach.conflicts.declare')}
          </Anchor>
        </Text>
      </Stack>
      <Sheet
        opened={isDeclining}
        onClose={declining.close}
        title={t('coach.requests.declineTitle', { name: entrepreneur.fullName })}
      >
        <DeclineForm acting={acting} timeZone={timeZone} onClose={declining.close} />
      </Sheet>
    </Paper>
  );
}

interface DeclineProps {
  acting: ReturnType<typeof useAct>;
  timeZone: string;
  onClose: () => void;
}

function DeclineForm({ acting, timeZone, onClose }: DeclineProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [lacks, setLacks] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setLacks(!reason.trim());
        if (!reason.trim()) return;
        acting.mutateAsync({ does: 'decline', reason: reason.trim() }).then(
          () => {
            notifications.show({ message: t('coach.requests.declined') });
            onClose();
          },
          () => undefined,
        );
      }}
    >
      <Stack>
        <Text>{t('coach.requests.declineText')}</Text>
        <Textarea
          label={t('coach.requests.reason')}
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
          value={reason}
          error={lacks && !reason.trim() ? t('coach.requests.reasonMissing') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <NotGranted error={acting.error} timeZone={timeZone} />
        <Group>
          <Button type="submit" loading={acting.isPending}>
            {t('coach.requests.decline')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
