import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Guest } from '../api/views';
import { Icon } from '../ui/Icon';
import { isAddress } from './guest-list';

interface Props {
  value: Guest[];
  onChange: (guests: Guest[]) => void;
  /** How many people the place seats, when it is known; the holder is one of them. */
  seats?: number;
  /** Whether what is missing is to be pointed out. */
  strict?: boolean;
}

/** Who is invited to a meeting: a line each. They need no account and get a letter with the time and the place. */
export function GuestLines({ value, onChange, seats, strict = false }: Props) {
  const { t } = useTranslation();
  const most = seats === undefined ? 100 : Math.max(0, seats - 1);
  const change = (index: number, guest: Guest) => onChange(value.map((one, at) => (at === index ? guest : one)));
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {seats === undefined ? t('guest.hint') : t('guest.seats', { count: most })}
      </Text>
      {value.map((guest, index) => {
        const isBegun = guest.name.trim() !== '' || guest.email.trim() !== '';
        return (
          <Group
            key={index}
            role="group"
            aria-label={t('guest.one', { number: index + 1 })}
            gap={6}
            align="flex-start"
            wrap="nowrap"
          >
            <Stack gap={6} flex={1}>
              <TextInput
                aria-label={t('guest.name')}
                placeholder={t('guest.name')}
                value={guest.name}
                maxLength={80}
                autoComplete="off"
                error={strict && isBegun && guest.name.trim() === '' && t('guest.nameMissing')}
                onChange={(event) => change(index, { ...guest, name: event.currentTarget.value })}
              />
              <TextInput
                type="email"
                aria-label={t('guest.email')}
                placeholder={t('guest.email')}
                value={guest.email}
                maxLength={254}
                autoComplete="off"
                error={strict && isBegun && !isAddress(guest.email) && t('guest.emailWrong')}
                onChange={(event) => change(index, { ...guest, email: event.currentTarget.value })}
              />
            </Stack>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={42}
              aria-label={t('guest.remove', { name: guest.name || String(index + 1) })}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              <Icon name="close" />
            </ActionIcon>
          </Group>
        );
      })}
      {value.length < most && (
        <Button
          variant="default"
          size="sm"
          leftSection={<Icon name="plus" size={18} />}
          onClick={() => onChange([...value, { name: '', email: '' }])}
        >
          {t('guest.add')}
        </Button>
      )}
    </Stack>
  );
}
