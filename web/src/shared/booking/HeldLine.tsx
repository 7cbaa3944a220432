import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Hold } from '../api/views';
import { Icon } from '../ui/Icon';
import { Countdown } from './Countdown';

/** That a place is held, for how long still, and the way to let it go. */
export function HeldLine({ hold, onEnd, onLetGo }: { hold: Hold; onEnd: () => void; onLetGo: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert color="palm" icon={<Icon name="clock" />} py="xs" role="status">
      <Group justify="space-between" gap="xs">
        <Text>
          {t('hold.held', { place: hold.resource.name })} <Countdown until={Date.parse(hold.expiresAt)} onEnd={onEnd} />
        </Text>
        <Button size="compact-sm" variant="subtle" onClick={onLetGo}>
          {t('hold.letGo')}
        </Button>
      </Group>
    </Alert>
  );
}
