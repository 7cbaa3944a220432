import { Button, Group, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeUpdate, useUpdate } from '../shared/device/updates';
import classes from './UpdateOffer.module.css';

/** Offers a newer version. Nobody has to take it now: what is being typed would be lost. */
export function UpdateOffer() {
  const { t } = useTranslation();
  const isThere = useUpdate();
  const [dismissed, setDismissed] = useState(false);
  return (
    <div role="status" className={classes.place}>
      {isThere && !dismissed && (
        <Paper withBorder radius="lg" shadow="md" p="sm" className={classes.offer}>
          <Text>{t('update.there')}</Text>
          <Group gap="xs" wrap="nowrap">
            <Button size="sm" onClick={takeUpdate}>
              {t('update.take')}
            </Button>
            <Button size="sm" variant="subtle" onClick={() => setDismissed(true)}>
              {t('action.notNow')}
            </Button>
          </Group>
        </Paper>
      )}
    </div>
  );
}
