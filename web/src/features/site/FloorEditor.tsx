import { Alert, Button, Group, NativeSelect, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import { NotGranted } from '../../shared/membership/NotGranted';
import { Icon } from '../../shared/ui/Icon';
import { Floor } from './Floor';
import { freeSpot, isMoved, snapped, snaps, standingOf } from './standing';
import type { Standing } from './standing';
import { FloorPlace } from './FloorPlace';
import { touchedBySite } from './reads';
import type { Place } from './reads';

interface Props {
  places: Place[];
  timeZone: string;
  onEdit: (place: Place) => void;
}

/** Where each place stands: dragged, pushed by arrow keys or typed in numbers; nothing is saved before one says so. */
export function FloorEditor({ places, timeZone, onEdit }: Props) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const [moved, setMoved] = useState<ReadonlyMap<string, Standing | undefined>>(new Map());
  const [chosenId, setChosen] = useState<string>();
  const [snap, setSnap] = useState(0.5);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>();

  const standing = (place: Place) => (moved.has(place.id) ? moved.get(place.id) : standingOf(place));
  const changed = places.filter((place) => isMoved(place, standing(place)));
  const chosen = places.find(({ id }) => id === chosenId);
  const put = (id: string, to: Standing | undefined) => setMoved((before) => new Map(before).set(id, to));
  const move = (id: string, to: { x: number; y: number }, step = snap) => {
    const place = places.find((one) => one.id === id);
    const before = place && standing(place);
    if (before) put(id, { ...before, x: snapped(to.x, step), y: snapped(to.y, step) });
  };

  const save = async () => {
    setSaving(true);
    setError(undefined);
    try {
      for (const place of changed) {
        const now = standing(place);
        const body = { position: now ? { x: now.x, y: now.y } : null, zone: now ? now.zone : place.zone };
        const params = { path: { id: place.id }, header: { 'If-Match': `"${place.version}"` } };
        await answered(api.PATCH('/api/v1/resources/{id}', { params, body }));
      }
      notifications.show({ message: t('site.saved') });
    } catch (failure) {
      setError(failure);
    }
    // What was saved is read anew; what was not stays where it was put.
    await Promise.all(touchedBySite.map((queryKey) => client.invalidateQueries({ queryKey })));
    setSaving(false);
  };

  const off = places.filter((place) => !standing(place));
  const spots = places.map(standing);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end">
        <Text c="dimmed" maw={520}>
          {t('site.plan.how')}
        </Text>
        <NativeSelect
          size="sm"
          label={t('site.plan.snap')}
          value={String(snap)}
          onChange={(event) => setSnap(Number(event.currentTarget.value))}
          data={snaps.map((value) => ({
            value: String(value),
            label: t('site.plan.metres', { metres: value.toLocaleString(i18n.language) }),
          }))}
        />
      </Group>
      <Floor places={places} standing={standing} snap={snap} chosenId={chosenId} onChoose={setChosen} onMove={move} />
      <VisuallyHidden role="status">
        {chosen && standing(chosen)
          ? t('site.plan.stands', { place: chosen.name, x: standing(chosen)?.x, y: standing(chosen)?.y })
          : ''}
      </VisuallyHidden>
      {chosen && (
        <FloorPlace
          place={chosen}
          standing={standing(chosen)}
          onPut={(to) => put(chosen.id, to)}
          onEdit={() => onEdit(chosen)}
        />
      )}
      {off.length > 0 && (
        <div>
          <Text fw={650} mb={6}>
            {t('site.plan.off')}
          </Text>
          <Group gap="xs">
            {off.map((place) => (
              <Button
                key={place.id}
                size="sm"
                variant="default"
                leftSection={<Icon name="plus" size={18} />}
                aria-label={t('site.plan.putOn', { place: place.name })}
                onClick={() => {
                  put(place.id, { ...freeSpot(spots), zone: place.zone });
                  setChosen(place.id);
                }}
              >
                {place.name}
              </Button>
            ))}
          </Group>
        </div>
      )}
      <NotGranted error={error} timeZone={timeZone} />
      {changed.length > 0 && (
        <Alert color="palm" icon={<Icon name="plan" />}>
          <Group justify="space-between">
            <Text>{t('site.plan.changed', { count: changed.length })}</Text>
            <Group gap="xs">
              <Button loading={saving} onClick={() => void save()}>
                {t('site.plan.save')}
              </Button>
              <Button variant="default" disabled={saving} onClick={() => setMoved(new Map())}>
                {t('site.plan.undo')}
              </Button>
            </Group>
          </Group>
        </Alert>
      )}
    </Stack>
  );
}
