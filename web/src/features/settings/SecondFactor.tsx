import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Enrolment } from '../../shared/access/Enrolment';
import { PasswordAgain } from '../../shared/access/PasswordAgain';
import { RecoveryCodes } from '../../shared/access/RecoveryCodes';
import { answered, api } from '../../shared/api/client';
import { usePerson } from '../../shared/api/use-session';
import { localDate, viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Sheet } from '../../shared/ui/Sheet';
import { Card } from './Card';

const standingOf = (personId: string) =>
  queryOptions({
    queryKey: ['second-factor', personId],
    queryFn: () => answered(api.GET('/api/v1/me/second-factor')),
  });

type Task = 'switch-on' | 'recovery-codes' | 'switch-off';

/** Codes of an authenticator app beside the password: switched on, renewed for when the app is lost, switched off. */
export function SecondFactor() {
  const { t } = useTranslation();
  const words = useWords();
  const person = usePerson();
  const client = useQueryClient();
  const standing = useQuery(standingOf(person.id));
  const [task, setTask] = useState<Task>();
  const close = () => {
    setTask(undefined);
    void client.invalidateQueries({ queryKey: standingOf(person.id).queryKey });
    void client.invalidateQueries({ queryKey: ['sign-ins'] });
  };
  const since = standing.data?.since;
  return (
    <Card title={t('secondFactor.title')} text={t('secondFactor.text')}>
      {standing.error && <Failure error={standing.error} onRetry={() => void standing.refetch()} />}
      {standing.isPending && <Skeleton h={60} />}
      {standing.data &&
        (since ? (
          <Stack gap="sm">
            <Text fw={550}>
              {t('secondFactor.since', { date: words.fullDate(localDate(Date.parse(since), viewerZone())) })}
            </Text>
            <Text>{t('secondFactor.left', { count: standing.data.recoveryCodesLeft })}</Text>
            <Group gap="sm">
              <Button variant="default" onClick={() => setTask('recovery-codes')}>
                {t('secondFactor.renew')}
              </Button>
              <Button variant="subtle" color="red" onClick={() => setTask('switch-off')}>
                {t('secondFactor.switchOff')}
              </Button>
            </Group>
          </Stack>
        ) : (
          <Button onClick={() => setTask('switch-on')}>{t('secondFactor.switchOn')}</Button>
        ))}
      <Sheet opened={task === 'switch-on'} onClose={close} title={t('secondFactor.title')}>
        <Enrolment onDone={close} />
      </Sheet>
      <Sheet opened={task === 'recovery-codes'} onClose={close} title={t('secondFactor.renew')}>
        <Renewal onDone={close} />
      </Sheet>
      <Sheet opened={task === 'switch-off'} onClose={close} title={t('secondFactor.switchOff')}>
        <PasswordAgain
          text={t('secondFactor.offText')}
          confirm={t('secondFactor.switchOff')}
          isCodeAsked
          isGrave
          act={(body) => answered(api.POST('/api/v1/me/second-factor/switch-off', { body }))}
          onDone={() => {
            notifications.show({ message: t('secondFactor.isOff') });
            close();
          }}
        />
      </Sheet>
    </Card>
  );
}

/** New recovery codes instead of those before. */
function Renewal({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<string[]>();
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  return (
    <PasswordAgain
      text={t('secondFactor.renewText')}
      confirm={t('secondFactor.renew')}
      isCodeAsked
      act={(body) => answered(api.POST('/api/v1/me/second-factor/recovery-codes', { body }))}
      onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
    />
  );
}
