import { Button, Group, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import type { Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { Sheet } from '../../shared/ui/Sheet';
import { AffectedBookings } from './Affected';
import { touchedBySite } from './reads';
import type { Place } from './reads';

interface Props {
  site: Site;
  place: Place | undefined;
  onClose: () => void;
}

/** Takes a place out of use for good, after one has seen whom that hits. */
export function RetireSheet({ place, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Sheet
      opened={place !== undefined}
      onClose={rest.onClose}
      title={t('site.retire.title', { place: place?.name ?? '' })}
    >
      {place && <Form key={place.id} place={place} {...rest} />}
    </Sheet>
  );
}

function Form({ site, place, onClose }: Props & { place: Place }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const preview = useQuery({
    queryKey: ['site', 'retire-preview', place.id],
    queryFn: () => {
      const params = { path: { id: place.id }, query: { preview: true } };
      return answered(api.POST('/api/v1/resources/{id}/retire', { params, body: {} }));
    },
    staleTime: 0,
    retry: false,
  });
  const retiring = useCommand(() => {
    const body = reason.trim() ? { reason: reason.trim() } : {};
    return answered(api.POST('/api/v1/resources/{id}/retire', { params: { path: { id: place.id } }, body }));
  }, touchedBySite);
  return (
    <Stack>
      <Text>{t('site.retire.text')}</Text>
      {preview.isPending && <Skeleton h={60} aria-hidden />}
      {preview.data && <AffectedBookings affected={preview.data} timeZone={site.timeZone} />}
      <Textarea
        label={t('site.reason')}
        description={t('site.reasonRead')}
        autosize
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <NotGranted error={retiring.error ?? preview.error} timeZone={site.timeZone} />
      <Group>
        <Button
          color="red"
          loading={retiring.isPending}
          disabled={!preview.data}
          onClick={() =>
            retiring.mutate(undefined, {
              onSuccess: () => {
                notifications.show({ message: t('site.retire.done', { place: place.name }) });
                onClose();
              },
            })
          }
        >
          {t('site.retire.do')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('action.notNow')}
        </Button>
      </Group>
    </Stack>
  );
}
