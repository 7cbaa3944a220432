import { Alert, Button, Group, List, Skeleton, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { Submission } from '../../shared/api/submission';
import { usePerson } from '../../shared/api/use-session';
import { localDate, viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Sheet } from '../../shared/ui/Sheet';

type Wish = components['schemas']['ErasureRequestView'];

const wishesOf = (personId: string) =>
  queryOptions({
    queryKey: ['erasure-requests', personId],
    queryFn: async (): Promise<Wish[]> => (await answered(api.GET('/api/v1/me/erasure-requests'))).items,
  });

/** The wish to be erased: what it means, before it is said; how it stands, once it is. */
export function Erasure() {
  const { t } = useTranslation();
  const person = usePerson();
  const wishes = useQuery(wishesOf(person.id));
  const [opened, { open, close }] = useDisclosure(false);
  const isOpen = wishes.data?.some(({ answeredAt }) => answeredAt === null);
  if (wishes.error) return <Failure error={wishes.error} onRetry={() => void wishes.refetch()} />;
  if (!wishes.data) return <Skeleton h={40} />;
  return (
    <Stack>
      {wishes.data.map((wish) => (
        <Standing key={wish.id} wish={wish} />
      ))}
      {!isOpen && (
        <Group>
          <Button variant="default" c="var(--mantine-color-error)" onClick={open}>
            {t('ownData.erase')}
          </Button>
        </Group>
      )}
      <Sheet opened={opened} onClose={close} title={t('ownData.sheetTitle')}>
        <Asking onDone={close} />
      </Sheet>
    </Stack>
  );
}

function Standing({ wish }: { wish: Wish }) {
  const { t } = useTranslation();
  const words = useWords();
  const date = (instant: string) => words.fullDate(localDate(Date.parse(instant), viewerZone()));
  if (wish.answeredAt === null) {
    return (
      <Alert color="palm" icon={<Icon name="clock" />}>
        {t('ownData.asked', { date: date(wish.requestedAt), due: words.fullDate(wish.dueOn) })}
      </Alert>
    );
  }
  return (
    <Alert color="gray" icon={<Icon name="note" />} title={t('ownData.answered', { date: date(wish.answeredAt) })}>
      {wish.outcome === 'granted' ? t('ownData.granted') : wish.answer}
    </Alert>
  );
}

function Asking({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [submission] = useState(() => new Submission());
  const asking = useMutation({
    mutationFn: () => {
      const header = { 'Idempotency-Key': submission.keyFor('erase') };
      return answered(api.POST('/api/v1/me/erasure-requests', { params: { header } }));
    },
    onSuccess: () => {
      submission.done();
      void client.invalidateQueries({ queryKey: ['erasure-requests'] });
      onDone();
    },
  });
  return (
    <Stack>
      <List spacing="sm">
        <List.Item>{t('ownData.stepAnswer')}</List.Item>
        <List.Item>{t('ownData.stepMembership')}</List.Item>
        <List.Item>{t('ownData.stepGone')}</List.Item>
        <List.Item>{t('ownData.stepStays')}</List.Item>
      </List>
      {asking.error && <Failure error={asking.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('action.notNow')}
        </Button>
        <Button color="red" loading={asking.isPending} onClick={() => asking.mutate()}>
          {t('ownData.erase')}
        </Button>
      </Group>
    </Stack>
  );
}
