import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import { Affected } from '../../shared/membership/Affected';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { touchedByMemberships } from '../../shared/membership/reads';
import { Sheet } from '../../shared/ui/Sheet';
import type { AskProps } from './PauseSheet';

/** Asks once before somebody leaves, and shows the bookings that would go with them. */
export function NoticeSheet({ membership, site, opened, onClose }: AskProps) {
  const { t } = useTranslation();
  const path = { id: membership.id };
  const preview = useQuery({
    queryKey: ['memberships', 'notice', membership.id, membership.version],
    queryFn: () =>
      answered(api.POST('/api/v1/memberships/{id}/give-notice', { params: { path, query: { preview: true } } })),
    enabled: opened,
  });
  const leaving = useCommand(
    () => answered(api.POST('/api/v1/memberships/{id}/give-notice', { params: { path } })),
    touchedByMemberships,
  );
  return (
    <Sheet opened={opened} onClose={onClose} title={t('notice.title')}>
      <Stack>
        <Text>{t('notice.text', { days: membership.plan.noticeDays })}</Text>
        {preview.data && <Affected {...preview.data} />}
        <NotGranted error={leaving.error ?? preview.error} timeZone={site.timeZone} />
        <Group>
          <Button
            color="red"
            loading={leaving.isPending}
            onClick={() =>
              leaving.mutate(undefined, {
                onSuccess: () => {
                  notifications.show({ message: t('notice.given') });
                  onClose();
                },
              })
            }
          >
            {t('notice.give')}
          </Button>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('notice.stay')}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  );
}
