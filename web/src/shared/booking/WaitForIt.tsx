import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Problem } from '../api/problem';
import type { WaitWish } from '../api/views';
import { Failure } from '../ui/Failure';
import { Icon } from '../ui/Icon';
import { Refusals } from '../ui/Refusals';
import { useWait } from './offers';

/** The way onto the waiting list, there where something is taken. */
export function WaitForIt({ wish, timeZone }: { wish: WaitWish; timeZone: string }) {
  const { t } = useTranslation();
  const waiting = useWait();
  if (waiting.data)
    return (
      <Stack gap={6} role="status">
        <Group gap="xs" wrap="nowrap">
          <Icon name="check" />
          <Text fw={600}>{t('waiting.joined', { position: waiting.data.position ?? 1 })}</Text>
        </Group>
        <Text size="sm">{t('waiting.joinedText')}</Text>
        <Button component={Link} to="/waiting-list" variant="default" size="sm">
          {t('waiting.see')}
        </Button>
      </Stack>
    );
  return (
    <Stack gap={6}>
      <Button
        variant="default"
        leftSection={<Icon name="bell" size={18} />}
        loading={waiting.isPending}
        onClick={() => waiting.mutate(wish)}
      >
        {t('waiting.join')}
      </Button>
      {waiting.error &&
        (waiting.error instanceof Problem && waiting.error.refusals.length > 0 ? (
          <Refusals refusals={waiting.error.refusals} timeZone={timeZone} title={t('waiting.notPossible')} />
        ) : (
          <Failure error={waiting.error} />
        ))}
    </Stack>
  );
}
