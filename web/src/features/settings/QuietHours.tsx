import { Group, Paper, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from './reminder-groups';

type Hours = NonNullable<Preferences['quietHours']>;

const usual: Hours = { from: '21:00', to: '07:00' };
const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Between which times of day nothing comes that can wait. */
export function QuietHours({ hours, onChange }: { hours: Hours | null; onChange: (hours: Hours | null) => void }) {
  const { t } = useTranslation();
  // While a time is being typed it is no time yet: it is kept once it is one, and the person has moved on.
  const [typed, setTyped] = useState(hours ?? usual);
  const keep = () => {
    const isNew = typed.from !== hours?.from || typed.to !== hours.to;
    if (hours && isNew && isTime(typed.from) && isTime(typed.to)) onChange(typed);
  };
  const field = (name: keyof Hours, label: string) => (
    <TextInput
      type="time"
      label={label}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
      onBlur={keep}
    />
  );
  return (
    <Paper withBorder radius="lg" p="lg">
      <Switch
        size="md"
        label={t('reminders.quiet')}
        description={t('reminders.quietText')}
        checked={hours !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? typed : null)}
      />
      {hours && (
        <Group mt="md" grow maw={320}>
          {field('from', t('reminders.quietFrom'))}
          {field('to', t('reminders.quietTo'))}
        </Group>
      )}
    </Paper>
  );
}
