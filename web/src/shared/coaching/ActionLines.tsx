import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';

/** Something to do, as it is typed; the date may be left open. */
export interface ActionLine {
  title: string;
  dueOn: string;
}

/** What was agreed on, line by line. */
export function ActionLines({ lines, onChange }: { lines: ActionLine[]; onChange: (lines: ActionLine[]) => void }) {
  const { t } = useTranslation();
  const change = (index: number, part: Partial<ActionLine>) =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  return (
    <Stack gap="xs" role="group" aria-label={t('coach.items.title')}>
      <Text fw={600} size="sm">
        {t('coach.items.title')}
      </Text>
      {lines.map((line, index) => (
        <Group key={index} gap={6} align="flex-end">
          <TextInput
            flex="1 1 14rem"
            aria-label={t('coach.items.what', { number: index + 1 })}
            placeholder={t('coach.items.example')}
            maxLength={300}
            autoFocus={line.title === ''}
            value={line.title}
            onChange={(event) => change(index, { title: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            flex="1 1 9rem"
            aria-label={t('coach.items.due', { number: index + 1 })}
            value={line.dueOn}
            onChange={(event) => change(index, { dueOn: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            size={42}
            aria-label={t('coach.items.remove', { number: index + 1 })}
            onClick={() => onChange(lines.filter((_, at) => at !== index))}
          >
            <Icon name="close" />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="sm"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<Icon name="plus" size={18} />}
        onClick={() => onChange([...lines, { title: '', dueOn: '' }])}
      >
        {t('coach.items.add')}
      </Button>
    </Stack>
  );
}
