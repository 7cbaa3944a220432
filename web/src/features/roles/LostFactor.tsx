import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import { Problem } from '../../shared/api/problem';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import type { Grant } from './reads';

/** Takes the second factor from somebody who has lost it, once an administrator is sure who they are. */
export function LostFactor({ holder, onDone }: { holder: Grant['person']; onDone: () => void }) {
  const { t } = useTranslation();
  const resetting = useMutation({
    mutationFn: () =>
      answered(api.POST('/api/v1/people/{id}/reset-second-factor', { params: { path: { id: holder.id } } })),
    onSuccess: () => {
      notifications.show({ message: t('roles.lostDone', { name: holder.fullName }) });
      onDone();
    },
  });
  const hasNone = resetting.error instanceof Problem && resetting.error.code === 'second_factor_off';
  return (
    <Stack>
      <Text>{t('roles.lostMeans', { name: holder.fullName })}</Text>
      {hasNone && (
        <Alert role="alert" color="yellow" icon={<Icon name="warning" />}>
          {t('roles.lostNone', { name: holder.fullName })}
        </Alert>
      )}
      {resetting.error && !hasNone && <Failure error={resetting.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('action.notNow')}
        </Button>
        <Button color="red" loading={resetting.isPending} onClick={() => resetting.mutate()}>
          {t('roles.lostConfirm')}
        </Button>
      </Group>
    </Stack>
  );
}
