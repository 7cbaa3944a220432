import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import type { Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { useWords } from '../../shared/time/words';
import { Sheet } from '../../shared/ui/Sheet';
import { AffectedBookings } from './Affected';
import { touchedBySite } from './reads';
import type { Closure } from './reads';

interface Props {
  site: Site;
  closure: Closure | undefined;
  onClose: () => void;
}

/** Puts a proposed closure into force, after one has seen whom that hits. */
export function ConfirmSheet({ closure, ...rest }: Props) {
  return (
    <Sheet opened={closure !== undefined} onClose={rest.onClose} title={closure?.reason ?? ''}>
      {closure && <Form key={closure.id} closure={closure} {...rest} />}
    </Sheet>
  );
}

function Form({ site, closure, onClose }: Props & { closure: Closure }) {
  const { t } = useTranslation();
  const words = useWords();
  const path = { id: closure.id };
  const preview = useQuery({
    queryKey: ['site', 'confirm-preview', closure.id],
    queryFn: () => {
      const params = { path, query: { preview: true } };
      return answered(api.POST('/api/v1/closures/{id}/confirm', { params }));
    },
    staleTime: 0,
    retry: false,
  });
  const confirming = useCommand(
    () => answered(api.POST('/api/v1/closures/{id}/confirm', { params: { path } })),
    touchedBySite,
  );
  return (
    <Stack>
      <Text>{words.date(closure.startsOn)}</Text>
      {preview.isPending && <Skeleton h={60} aria-hidden />}
      {preview.data && <AffectedBookings affected={preview.data} timeZone={site.timeZone} />}
      <NotGranted error={confirming.error ?? preview.error} timeZone={site.timeZone} />
      <Group>
        <Button
          loading={confirming.isPending}
          disabled={!preview.data}
          onClick={() =>
            confirming.mutate(undefined, {
              onSuccess: () => {
                notifications.show({ message: t('site.closure.announced') });
                onClose();
              },
            })
          }
        >
          {t('site.closure.confirm')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('action.notNow')}
        </Button>
      </Group>
    </Stack>
  );
}
