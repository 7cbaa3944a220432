import { ActionIcon, Button, Checkbox, Group, Paper, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { siteName } from '../../shared/api/house';
import type { Site } from '../../shared/api/views';
import type { DateHours } from '../../shared/coaching/coach-reads';
import { useWords } from '../../shared/time/words';
import { Icon } from '../../shared/ui/Icon';
import { isInOrder, withDates } from './hours';
import type { Hours } from './hours';
import { HoursLine } from './HoursLine';

interface Props {
  dates: DateHours[];
  today: string;
  sites: Site[];
  onChange: (dates: DateHours[]) => void;
}

const usual: Hours = { from: '09:00', to: '12:00', siteId: null };

/** Dates on which the week does not hold: days off, or other hours. */
export function DateEditor({ dates, today, sites, onChange }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const ahead = dates.filter(({ date }) => date >= today);
  const nameOf = (siteId: string | null) => {
    const site = sites.find(({ id }) => id === siteId);
    return site ? ` · ${siteName(site)}` : '';
  };
  return (
    <Stack gap="sm">
      {ahead.length === 0 && <Text c="dimmed">{t('coach.dates.none')}</Text>}
      {ahead.map((one) => {
        const date = words.date(one.date);
        return (
          <Group key={`${one.date} ${one.from ?? ''} ${one.siteId ?? ''}`} justify="space-between" wrap="nowrap">
            <Text>
              <strong>{date}</strong>
              {': '}
              {one.closed ? t('coach.dates.off') : `${one.from ?? ''}–${one.to ?? ''}${nameOf(one.siteId)}`}
            </Text>
            <ActionIcon
              variant="subtle"
              size={42}
              aria-label={t('coach.dates.remove', { date })}
              onClick={() => onChange(dates.filter((other) => other !== one))}
            >
              <Icon name="close" />
            </ActionIcon>
          </Group>
        );
      })}
      <AddDates
        today={today}
        sites={sites}
        onAdd={(first, last, hours) => onChange(withDates(dates, first, last, hours))}
      />
    </Stack>
  );
}

interface AddProps {
  today: string;
  sites: Site[];
  onAdd: (first: string, last: string, hours: Omit<DateHours, 'date'>) => void;
}

function AddDates({ today, sites, onAdd }: AddProps) {
  const { t } = useTranslation();
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [isOff, setOff] = useState(true);
  const [hours, setHours] = useState<Hours>(usual);
  const end = last || first;
  const isPossible = first !== '' && end >= first && (isOff || isInOrder(hours));
  return (
    <Paper withBorder radius="lg" p="sm" role="group" aria-label={t('coach.dates.add')}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput
            type="date"
            min={today}
            label={t('coach.dates.first')}
            value={first}
            onChange={(event) => setFirst(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            min={first || today}
            label={t('coach.dates.last')}
            value={last}
            error={last && last < first ? t('coach.dates.backwards') : undefined}
            onChange={(event) => setLast(event.currentTarget.value)}
          />
        </SimpleGrid>
        <Checkbox
          label={t('coach.dates.dayOff')}
          checked={isOff}
          onChange={(event) => setOff(event.currentTarget.checked)}
        />
        {!isOff && <HoursLine of={t('coach.dates.those')} hours={hours} sites={sites} onChange={setHours} />}
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          disabled={!isPossible}
          onClick={() => {
            onAdd(
              first,
              end,
              isOff ? { closed: true, from: null, to: null, siteId: null } : { closed: false, ...hours },
            );
            setFirst('');
            setLast('');
          }}
        >
          {t('coach.dates.add')}
        </Button>
      </Stack>
    </Paper>
  );
}
