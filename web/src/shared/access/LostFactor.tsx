import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client';
import { Problem } from '../api/problem';
import { Failure } from '../ui/Failure';
import { Icon } from '../ui/Icon';
import { Sheet } from '../ui/Sheet';

/** Whose second factor was lost. */
export interface Holder {
  id: string;
  fullName: string;
}

/** Takes the second factor from somebody who has lost it, once an administrator is sure who they are. */
export function LostFactor({ holder, onClose }: { holder: Holder | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Sheet opened={holder !== undefined} onClose={onClose} title={t('roles.lostTitle')}>
      {holder && <TakeAway holder={holder} onDone={onClose} />}
    </Sheet>
  );
}

function TakeAway({ holder: { id, fullName: name }, onDone }: { holder: Holder; onDone: () => void }) {
  const { t } = useTranslation();
  const resetting = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/people/{id}/reset-second-factor', { params: { path: { id } } })),
    onSuccess: () => {
      notifications.show({ message: t('roles.lostDone', { name }) });
      onDone();
    },
  });
  const hasNone = resetting.error instanceof Problem && resetting.error.code === 'second_factor_off';
  return (
    <Stack>
      <Text>{t('roles.lostMeans', { name })}</Text>
      {hasNone && (
        <Alert role="alert" color="yellow" icon={<Icon name="warning" />}>
          {t('roles.lostNone', { name })}
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
