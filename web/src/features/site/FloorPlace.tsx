import { Button, Group, NumberInput, Paper, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Standing } from './standing';
import type { Place } from './reads';

interface Props {
  place: Place;
  standing: Standing | undefined;
  onPut: (to: Standing | undefined) => void;
  onEdit: () => void;
}

/** The place that is chosen on the floor, in numbers: of equal power to dragging it. */
export function FloorPlace({ place, standing, onPut, onEdit }: Props) {
  const { t } = useTranslation();
  return (
    <Paper component="section" withBorder radius="lg" p="md" aria-label={place.name}>
      <Group justify="space-between" mb="xs">
        <Text fw={650}>{place.name}</Text>
        <Button size="sm" variant="default" onClick={onEdit}>
          {t('site.place.edit')}
        </Button>
      </Group>
      {standing ? (
        <Group align="flex-end" gap="sm">
          {(['x', 'y'] as const).map((axis) => (
            <NumberInput
              key={axis}
              size="md"
              w={150}
              label={t(`site.plan.${axis}`)}
              min={0}
              max={500}
              step={0.5}
              decimalScale={2}
              value={standing[axis]}
              onChange={(value) => typeof value === 'number' && onPut({ ...standing, [axis]: value })}
            />
          ))}
          <TextInput
            w={200}
            label={t('site.place.zone')}
            maxLength={60}
            value={standing.zone ?? ''}
            onChange={(event) => onPut({ ...standing, zone: event.currentTarget.value || null })}
          />
          <Button variant="default" onClick={() => onPut(undefined)}>
            {t('site.plan.takeOff')}
          </Button>
        </Group>
      ) : (
        <Text c="dimmed">{t('site.plan.notOn')}</Text>
      )}
    </Paper>
  );
}
