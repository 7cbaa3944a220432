import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';

/** The way to the board of the queues, which is a page of its own and opens to this browser for ten minutes. */
export function QueuesPage() {
  const { t } = useTranslation();
  const enter = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/queue-board/session')),
    onSuccess: () => window.location.assign('/api/v1/queue-board'),
  });
  return (
    <Page title={t('queues.title')} below={t('queues.below')}>
      <Stack gap="md" maw={560} align="flex-start">
        <Text>{t('queues.means')}</Text>
        {enter.error && <Failure error={enter.error} />}
        <Button leftSection={<Icon name="list" />} loading={enter.isPending} onClick={() => enter.mutate()}>
          {t('queues.open')}
        </Button>
      </Stack>
    </Page>
  );
}
