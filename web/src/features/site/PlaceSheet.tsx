import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../shared/api/views';
import { Sheet } from '../../shared/ui/Sheet';
import { DoorSheet } from './DoorSheet';
import { MaintenanceSheet } from './MaintenanceSheet';
import { PlaceForm } from './PlaceForm';
import type { Place } from './reads';
import { RetireSheet } from './RetireSheet';

interface Props {
  site: Site;
  edited: Place | 'new' | undefined;
  onClose: () => void;
}

type Other = 'maintenance' | 'door' | 'retire';

/** A new place, or all that can be done with one. */
export function PlaceSheet({ site, edited, onClose }: Props) {
  const { t } = useTranslation();
  const [other, setOther] = useState<{ place: Place; is: Other }>();
  const closeOther = () => setOther(undefined);
  const isNew = edited === 'new';
  return (
    <>
      <Sheet opened={edited !== undefined} onClose={onClose} title={isNew ? t('site.place.add') : (edited?.name ?? '')}>
        {edited !== undefined && (
          <PlaceForm
            key={isNew ? 'new' : edited.id}
            site={site}
            place={isNew ? undefined : edited}
            onDone={() => {
              notifications.show({ message: t('site.saved') });
              onClose();
            }}
          />
        )}
        {edited !== undefined && !isNew && (
          <Stack gap="xs" mt="lg">
            <Text fw={650}>{t('site.place.more')}</Text>
            <Group gap="xs">
              {(['maintenance', 'door', 'retire'] as const).map((is) => (
                <Button
                  key={is}
                  size="sm"
                  variant="default"
                  onClick={() => {
                    setOther({ place: edited, is });
                    onClose();
                  }}
                >
                  {t(`site.place.other.${is}`)}
                </Button>
              ))}
            </Group>
          </Stack>
        )}
      </Sheet>
      <MaintenanceSheet
        site={site}
        place={other?.is === 'maintenance' ? other.place : undefined}
        onClose={closeOther}
      />
      <DoorSheet place={other?.is === 'door' ? other.place : undefined} timeZone={site.timeZone} onClose={closeOther} />
      <RetireSheet site={site} place={other?.is === 'retire' ? other.place : undefined} onClose={closeOther} />
    </>
  );
}
