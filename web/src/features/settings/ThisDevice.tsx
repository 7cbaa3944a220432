import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import { usePerson } from '../../shared/api/use-session';
import { install, isInstalled, useCanInstall } from '../../shared/device/installation';
import { pushStanding, switchPushOff, switchPushOn } from '../../shared/device/push';
import { localDate, viewerZone } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Card } from './Card';

const subscriptionsOf = (personId: string) =>
  queryOptions({
    queryKey: ['push', personId],
    queryFn: () => answered(api.GET('/api/v1/me/push-subscriptions')),
  });

const standing = queryOptions({ queryKey: ['push', 'here'], queryFn: pushStanding, staleTime: 0 });

/** Notifications on this device, the other devices that have them, and the application on the home screen. */
export function ThisDevice() {
  const { t } = useTranslation();
  return (
    <Card title={t('device.title')}>
      <Stack gap="lg">
        <Push />
        <Installing />
      </Stack>
    </Card>
  );
}

function Push() {
  const { t } = useTranslation();
  const person = usePerson();
  const client = useQueryClient();
  const known = useQuery(subscriptionsOf(person.id));
  const here = useQuery(standing);
  const again = () => client.invalidateQueries({ queryKey: ['push'] });
  const switching = useMutation({
    mutationFn: (on: boolean) => (on ? switchPushOn(known.data?.publicKey ?? '') : switchPushOff()),
    onSettled: again,
  });
  const now = switching.data ?? here.data;
  const error = switching.error ?? known.error;
  const isOn = switching.isPending ? switching.variables : here.data === 'on';
  return (
    <Stack gap="sm">
      <Switch
        size="md"
        label={t('device.push')}
        description={t('device.pushText')}
        checked={isOn}
        disabled={!known.data || here.data === 'impossible' || switching.isPending}
        onChange={(event) => switching.mutate(event.currentTarget.checked)}
      />
      {now === 'forbidden' && <Text size="sm">{t('device.pushForbidden')}</Text>}
      {now === 'impossible' && (
        <Text size="sm" c="dimmed">
          {t('device.pushImpossible')}
        </Text>
      )}
      {error && <Failure error={error} />}
      {known.data && known.data.items.length > 0 && <Devices items={known.data.items} onForgotten={again} />}
    </Stack>
  );
}

interface DevicesProps {
  items: { id: string; device: string | null; createdAt: string }[];
  onForgotten: () => void;
}

/** Every browser that is notified, to be forgotten one by one. */
function Devices({ items, onForgotten }: DevicesProps) {
  const { t } = useTranslation();
  const words = useWords();
  const forgetting = useMutation({
    mutationFn: (id: string) =>
      answered(api.DELETE('/api/v1/me/push-subscriptions/{id}', { params: { path: { id } } })),
    onSettled: onForgotten,
  });
  return (
    <div>
      <Text size="sm" fw={500} id="notified">
        {t('device.others')}
      </Text>
      {forgetting.error && <Failure error={forgetting.error} />}
      <ul aria-labelledby="notified" style={{ margin: 0, padding: 0 }}>
        {items.map(({ id, device, createdAt }) => {
          const name = device ?? t('device.unnamed');
          return (
            <Group key={id} component="li" justify="space-between" wrap="nowrap" style={{ listStyle: 'none' }}>
              <Text size="sm">
                {name}{' '}
                <Text span inherit c="dimmed">
                  {t('device.since', { date: words.fullDate(localDate(Date.parse(createdAt), viewerZone())) })}
                </Text>
              </Text>
              <Button
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('device.forget', { device: name })}
                loading={forgetting.isPending && forgetting.variables === id}
                onClick={() => forgetting.mutate(id)}
              >
                <Icon name="close" size={18} />
              </Button>
            </Group>
          );
        })}
      </ul>
    </div>
  );
}

function Installing() {
  const { t } = useTranslation();
  const canInstall = useCanInstall();
  if (isInstalled()) {
    return (
      <Group gap={8} wrap="nowrap">
        <Icon name="check" />
        <Text>{t('device.installed')}</Text>
      </Group>
    );
  }
  return (
    <div>
      <Text fw={500}>{t('device.install')}</Text>
      <Text size="sm" c="dimmed" mb="xs">
        {canInstall ? t('device.installText') : t('device.installMenu')}
      </Text>
      {canInstall && (
        <Button variant="default" leftSection={<Icon name="download" />} onClick={() => void install()}>
          {t('device.install')}
        </Button>
      )}
    </div>
  );
}
