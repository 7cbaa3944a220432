import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from './Sheet';

interface Props {
  opened: boolean;
  onClose: () => void;
  /** The question. */
  title: string;
  /** What comes of a yes. */
  text: string;
  /** The yes, in the words of the deed. */
  confirm: string;
  isBusy: boolean;
  onConfirm: () => void;
  /** Why it did not work. */
  children?: ReactNode;
}

/** Asks once before something that cannot be taken back. */
export function Confirmation({ opened, onClose, title, text, confirm, isBusy, onConfirm, children }: Props) {
  const { t } = useTranslation();
  return (
    <Sheet opened={opened} onClose={onClose} title={title}>
      <Stack>
        <Text>{text}</Text>
        {children}
        <Group gap="sm">
          <Button color="red" loading={isBusy} onClick={onConfirm}>
            {confirm}
          </Button>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  );
}
