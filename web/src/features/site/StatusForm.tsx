import { Button, Group, Radio, Skeleton, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOpened } from '../../shared/api/as-opened';
import { answered, api } from '../../shared/api/client';
import type { Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { AffectedBookings } from './Affected';
import { touchedBySite } from './reads';

type Status = Site['status'];

const statuses = ['active', 'suspended', 'closed'] as const satisfies readonly Status[];

/** Suspends, closes or reopens a site, after one has seen whose bookings that cancels. */
export function StatusForm({ site, onLeave }: { site: Site; onLeave: () => void }) {
  const { t } = useTranslation();
  const [status, setStatus] = useState<Status>(site.status);
  const [reason, setReason] = useState('');
  const cancels = status !== site.status && status !== 'active';
  const path = { id: site.id };
  const preview = useQuery({
    queryKey: ['site', 'status-preview', site.id, status],
    queryFn: async () => {
      const params = { path, query: { preview: true } };
      const answer = await answered(api.PATCH('/api/v1/sites/{id}', { params, body: { status } }));
      if ('id' in answer) throw new Error('The server answered a preview with a site.');
      return answer;
    },
    enabled: cancels,
    staleTime: 0,
    retry: false,
  });
  const saving = useCommand((meant: Site) => {
    const body = { status, ...(cancels && reason.trim() && { reason: reason.trim() }) };
    const params = { path, header: { 'If-Match': `"${meant.version}"` } };
    return answered(api.PATCH('/api/v1/sites/{id}', { params, body }));
  }, touchedBySite);
  const asOpened = useAsOpened(site, saving.error);
  const hits = (preview.data?.affectedBookings.length ?? 0) + (preview.data?.affectedSessions?.length ?? 0) > 0;
  return (
    <Stack>
      <Radio.Group
        label={t('sites.standing')}
        value={status}
        onChange={(chosen) => setStatus(statuses.find((one) => one === chosen) ?? site.status)}
      >
        <Stack gap="xs" mt="xs">
          {statuses.map((one) => (
            <Radio key={one} value={one} label={t(`sites.one.${one}`)} description={t(`sites.about.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {cancels && preview.isPending && <Skeleton h={60} aria-hidden />}
      {cancels && preview.data && <AffectedBookings affected={preview.data} timeZone={site.timeZone} lose="site" />}
      {cancels && hits && (
        <Textarea
          label={t('site.reason')}
          description={t('site.reasonRead')}
          autosize
          minRows={2}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <NotGranted error={saving.error ?? (cancels ? preview.error : null)} timeZone={site.timeZone} />
      <Group>
        <Button
          color={cancels ? 'red' : undefined}
          loading={saving.isPending}
          disabled={status === site.status || (cancels && !preview.data)}
          onClick={() =>
            saving.mutate(asOpened, {
              onSuccess: () => {
                notifications.show({ message: t(`sites.done.${status}`, { site: site.name }) });
                onLeave();
              },
            })
          }
        >
          {t(`sites.do.${status}`)}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {t('action.notNow')}
        </Button>
      </Group>
    </Stack>
  );
}
