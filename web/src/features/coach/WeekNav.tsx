import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { plusDays } from '../../shared/time/site-time';
import { useWords } from '../../shared/time/words';
import { Icon } from '../../shared/ui/Icon';

interface Props {
  monday: string;
  thisMonday: string;
  onChange: (monday: string) => void;
}

/** From week to week, and back to this one. */
export function WeekNav({ monday, thisMonday, onChange }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Group gap="xs" role="group" aria-label={t('coach.week.which')}>
      <ActionIcon
        variant="default"
        size={42}
        aria-label={t('coach.week.before')}
        onClick={() => onChange(plusDays(monday, -7))}
      >
        <Icon name="left" />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={42}
        aria-label={t('coach.week.after')}
        onClick={() => onChange(plusDays(monday, 7))}
      >
        <Icon name="right" />
      </ActionIcon>
      <Text fw={600} aria-live="polite">
        {words.dates(monday, plusDays(monday, 6))}
      </Text>
      {monday !== thisMonday && (
        <Button variant="subtle" size="sm" onClick={() => onChange(thisMonday)}>
          {t('coach.week.this')}
        </Button>
      )}
    </Group>
  );
}
