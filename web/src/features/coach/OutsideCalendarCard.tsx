import { Badge, Button, Group, Paper, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import { outsideCalendar, touchedByCoach } from '../../shared/coaching/coach-reads';
import type { OutsideCalendar } from '../../shared/coaching/coach-reads';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { localDate, viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Confirmation } from '../../shared/ui/Confirmation';
import { Failure } from '../../shared/ui/Failure';

const colours: Record<OutsideCalendar['status'], string> = { waiting: 'yellow', read: 'palm', failing: 'red' };

/** The calendar elsewhere whose busy times block the free ones here. Its address is a secret and never shown again. */
export function OutsideCalendarCard({ isConnected }: { isConnected: boolean }) {
  const { t } = useTranslation();
  const calendar = useQuery({ ...outsideCalendar, enabled: isConnected });
  return (
    <section aria-labelledby="outside">
      <Title order={2} id="outside" mb={4}>
        {t('coach.outside.title')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('coach.outside.text')}
      </Text>
      {!isConnected || calendar.data === null ? (
        <Connect />
      ) : (
        <>
          {calendar.isPending && <Skeleton h={90} />}
          {calendar.error && <Failure error={calendar.error} onRetry={() => void calendar.refetch()} />}
          {calendar.data && <Connected calendar={calendar.data} />}
        </>
      )}
    </section>
  );
}

function Connected({ calendar }: { calendar: OutsideCalendar }) {
  const { t } = useTranslation();
  const words = useWords();
  const forgetting = useCommand(() => answered(api.DELETE('/api/v1/coaches/me/outside-calendar')), touchedByCoach);
  const [isAsking, asking] = useDisclosure();
  const read = calendar.fetchedAt === null ? undefined : Date.parse(calendar.fetchedAt);
  return (
    <Paper withBorder radius="lg" p="md">
      <Group justify="space-between" gap="sm">
        <div>
          <Group gap="xs">
            <Text fw={650}>{calendar.host}</Text>
            <Badge color={colours[calendar.status]} variant="light" tt="none">
              {t(`coach.outside.status.${calendar.status}`)}
            </Badge>
          </Group>
          <Text c="dimmed">
            {t('coach.outside.busy', { count: calendar.busy })}
            {read !== undefined &&
              ` · ${t('coach.outside.readAt', {
                date: words.dateWithin(localDate(read, viewerZone())),
                time: words.time(read, viewerZone()),
              })}`}
          </Text>
          {calendar.failure && <Text>{t('coach.outside.failing')}</Text>}
        </div>
        <Button variant="default" onClick={asking.open}>
          {t('coach.outside.forget')}
        </Button>
      </Group>
      <Confirmation
        opened={isAsking}
        onClose={asking.close}
        title={t('coach.outside.forgetTitle')}
        text={t('coach.outside.forgetText')}
        confirm={t('coach.outside.forget')}
        isBusy={forgetting.isPending}
        onConfirm={() => forgetting.mutate(undefined)}
      >
        {forgetting.error && <Failure error={forgetting.error} />}
      </Confirmation>
    </Paper>
  );
}

function Connect() {
  const { t } = useTranslation();
  const [url, setUrl] = useState('');
  const connecting = useCommand(
    (body: { url: string }) => answered(api.PUT('/api/v1/coaches/me/outside-calendar', { body })),
    [...touchedByCoach, outsideCalendar.queryKey],
  );
  const isSecure = /^(https|webcal):\/\/\S+$/.test(url.trim());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        connecting.mutate(
          { url: url.trim() },
          { onSuccess: () => notifications.show({ message: t('coach.outside.connected') }) },
        );
      }}
    >
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <TextInput
            flex="1 1 16rem"
            type="url"
            inputMode="url"
            label={t('coach.outside.address')}
            description={t('coach.outside.addressText')}
            maxLength={2000}
            autoComplete="off"
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <Button type="submit" variant="light" loading={connecting.isPending} disabled={!isSecure}>
            {t('coach.outside.connect')}
          </Button>
        </Group>
        <NotGranted error={connecting.error} timeZone={viewerZone()} />
      </Stack>
    </form>
  );
}
