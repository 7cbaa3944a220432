import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** That something was moved, and the way back for as long as it is seen. */
export function MovedNotice({ what, onUndo }: { what: string; onUndo: () => void }) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm">{what}</Text>
      <Button size="compact-sm" variant="light" onClick={onUndo}>
        {t('booking.undo')}
      </Button>
    </Group>
  );
}
