import { Chip, Group, Input, NativeSelect, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { plusDays } from '../../shared/time/site-time';
import { mostDates, rhythms, weekdayOf, weekdays } from './rule';
import type { Repeat, Rhythm } from './rule';
import { useWeekdayNames } from './rule-words';

interface Props {
  first: string;
  value: Repeat;
  onChange: (repeat: Repeat) => void;
}

/** How something repeats: how often, on which days, and until when. */
export function RepeatChoice({ first, value, onChange }: Props) {
  const { t } = useTranslation();
  const nameOf = useWeekdayNames();
  const own = weekdayOf(first);
  const { ends } = value;
  const isCounted = 'count' in ends;
  return (
    <Stack gap="md">
      <NativeSelect
        label={t('series.rhythm')}
        value={value.rhythm}
        onChange={(event) => onChange({ ...value, rhythm: event.currentTarget.value as Rhythm })}
        data={rhythms.map((rhythm) => ({ value: rhythm, label: t(`series.rhythms.${rhythm}`) }))}
      />
      {value.rhythm !== 'monthly' && (
        <Input.Wrapper label={t('series.days')} labelElement="div" size="md">
          <Chip.Group
            multiple
            value={[...new Set([own, ...value.days])]}
            onChange={(days) => onChange({ ...value, days })}
          >
            <Group gap={6} mt={4} role="group" aria-label={t('series.days')}>
              {weekdays.map((day) => (
                <Chip key={day} value={day} disabled={day === own} size="sm" radius="xl" variant="outline">
                  {nameOf(day)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
      )}
      <Input.Wrapper label={t('series.ends')} labelElement="div" size="md">
        <Group gap="sm" mt={4} align="flex-end">
          <SegmentedControl
            size="sm"
            aria-label={t('series.ends')}
            value={isCounted ? 'count' : 'until'}
            onChange={(how) =>
              onChange({ ...value, ends: how === 'count' ? { count: 8 } : { until: plusDays(first, 56) } })
            }
            data={[
              { value: 'count', label: t('series.endsAfter') },
              { value: 'until', label: t('series.endsOn') },
            ]}
          />
          {isCounted ? (
            <NativeSelect
              size="sm"
              aria-label={t('series.howMany')}
              value={String(ends.count)}
              onChange={(event) => onChange({ ...value, ends: { count: Number(event.currentTarget.value) } })}
              data={Array.from({ length: mostDates - 1 }, (_, index) => ({
                value: String(index + 2),
                label: t('series.dates', { count: index + 2 }),
              }))}
            />
          ) : (
            <TextInput
              size="sm"
              type="date"
              aria-label={t('series.lastDay')}
              value={ends.until}
              min={plusDays(first, 1)}
              onChange={(event) =>
                event.currentTarget.value && onChange({ ...value, ends: { until: event.currentTarget.value } })
              }
            />
          )}
        </Group>
      </Input.Wrapper>
    </Stack>
  );
}
