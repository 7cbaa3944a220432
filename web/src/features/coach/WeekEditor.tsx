import { Button, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../shared/api/views';
import { Icon } from '../../shared/ui/Icon';
import { Sheet } from '../../shared/ui/Sheet';
import { copied, nextHours, weekdays } from './hours';
import type { Draft, Hours } from './hours';
import { HoursLine } from './HoursLine';
import { useWeekday } from './weekdays';

interface Props {
  week: Draft['week'];
  sites: Site[];
  onChange: (week: Draft['week']) => void;
}

/** The hours of each weekday; a day can be copied to others. */
export function WeekEditor({ week, sites, onChange }: Props) {
  const { t } = useTranslation();
  const weekday = useWeekday();
  const [source, setSource] = useState<number>();
  return (
    <Stack gap="sm">
      {weekdays.map((day) => {
        const hours = week[day] ?? [];
        const set = (changed: Hours[]) => onChange({ ...week, [day]: changed });
        const name = weekday(day);
        return (
          <Paper key={day} withBorder radius="lg" p="sm" role="group" aria-label={name} data-weekday={day}>
            <Group justify="space-between" gap={4} mb={hours.length > 0 ? 8 : 0}>
              <Text fw={650}>
                {name}
                {hours.length === 0 && (
                  <Text span c="dimmed" fw={400}>
                    {' '}
                    {t('coach.hours.dayOff')}
                  </Text>
                )}
              </Text>
              <Group gap={4}>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('coach.hours.addOn', { of: name })}
                  leftSection={<Icon name="plus" size={16} />}
                  onClick={() => set([...hours, nextHours(hours)])}
                >
                  {t('coach.hours.add')}
                </Button>
                {hours.length > 0 && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('coach.hours.copyOf', { of: name })}
                    onClick={() => setSource(day)}
                  >
                    {t('coach.hours.copy')}
                  </Button>
                )}
              </Group>
            </Group>
            <Stack gap={6}>
              {hours.map((one, index) => (
                <HoursLine
                  key={index}
                  of={`${name} ${index + 1}`}
                  hours={one}
                  sites={sites}
                  onChange={(changed) => set(hours.map((each, at) => (at === index ? changed : each)))}
                  onRemove={() => set(hours.filter((_, at) => at !== index))}
                />
              ))}
            </Stack>
          </Paper>
        );
      })}
      <CopySheet
        source={source}
        onClose={() => setSource(undefined)}
        onCopy={(days) => {
          if (source !== undefined) onChange(copied(week, source, days));
          setSource(undefined);
        }}
      />
    </Stack>
  );
}

interface CopyProps {
  source: number | undefined;
  onClose: () => void;
  onCopy: (days: number[]) => void;
}

function CopySheet({ source, onClose, onCopy }: CopyProps) {
  const { t } = useTranslation();
  const weekday = useWeekday();
  const [chosen, setChosen] = useState<number[]>([]);
  const name = source === undefined ? '' : weekday(source);
  return (
    <Sheet opened={source !== undefined} onClose={onClose} title={t('coach.hours.copyTitle', { of: name })}>
      <Stack>
        <Title order={3}>{t('coach.hours.copyTo')}</Title>
        {weekdays
          .filter((day) => day !== source)
          .map((day) => (
            <Checkbox
              key={day}
              label={weekday(day)}
              checked={chosen.includes(day)}
              onChange={(event) =>
                setChosen(event.currentTarget.checked ? [...chosen, day] : chosen.filter((one) => one !== day))
              }
            />
          ))}
        <Group>
          <Button
            disabled={chosen.length === 0}
            onClick={() => {
              onCopy(chosen.filter((day) => day !== source));
              setChosen([]);
            }}
          >
            {t('coach.hours.copy')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  );
}
