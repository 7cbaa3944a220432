import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../shared/api/client';
import { calendarClashes, touchedByCoach } from '../../shared/coaching/coach-reads';
import type { CalendarClash } from '../../shared/coaching/coach-reads';
import { touchedBySessions } from '../../shared/coaching/reads';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { localDate, spanOf } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Clocks } from '../../shared/ui/Clocks';
import { Confirmation } from '../../shared/ui/Confirmation';

/** Sessions at times at which the calendar outside says that one is busy: they stand until one decides. */
export function Clashes() {
  const { t } = useTranslation();
  const clashes = useQuery(calendarClashes);
  const open = clashes.data?.filter(({ answer }) => answer === null) ?? [];
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="clashes">
      <Title order={2} id="clashes" mb={4}>
        {t('coach.clashes.title')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('coach.clashes.text')}
      </Text>
      <Stack gap="sm">
        {open.map((clash) => (
          <One key={clash.id} clash={clash} />
        ))}
      </Stack>
    </section>
  );
}

function One({ clash }: { clash: CalendarClash }) {
  const { t } = useTranslation();
  const words = useWords();
  const answering = useCommand(
    (answer: 'keep' | 'cancel') =>
      answered(
        api.POST('/api/v1/coaches/me/calendar-clashes/{id}/answer', {
          params: { path: { id: clash.id } },
          body: { answer },
        }),
      ),
    [...touchedByCoach, ...touchedBySessions],
  );
  const [isAsking, asking] = useDisclosure();
  const span = spanOf(clash);
  const busy = spanOf({ start: clash.busyFrom, end: clash.busyUntil });
  return (
    <Paper component="article" withBorder radius="lg" p="md" aria-label={clash.topic}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text component={Link} to={`/coaching/sessions/${clash.sessionId}`} fw={650}>
            {clash.topic || t('coach.clashes.session')}
          </Text>
          <Text>
            {words.date(localDate(span.start, clash.timeZone))}, <Clocks span={span} timeZone={clash.timeZone} />
          </Text>
          <Text c="dimmed">{t('coach.clashes.busy', { span: words.span(busy, clash.timeZone) })}</Text>
        </div>
        <Group gap="xs">
          <Button size="sm" loading={answering.isPending} onClick={() => answering.mutate('keep')}>
            {t('coach.clashes.keep')}
          </Button>
          <Button size="sm" variant="default" disabled={answering.isPending} onClick={asking.open}>
            {t('coach.clashes.cancel')}
          </Button>
        </Group>
      </Group>
      <NotGranted error={answering.error} timeZone={clash.timeZone} />
      <Confirmation
        opened={isAsking}
        onClose={asking.close}
        title={t('session.cancelTitle')}
        text={t('coach.clashes.cancelText')}
        confirm={t('session.cancelConfirm')}
        isBusy={answering.isPending}
        onConfirm={() => answering.mutate('cancel', { onSettled: asking.close })}
      />
    </Paper>
  );
}
