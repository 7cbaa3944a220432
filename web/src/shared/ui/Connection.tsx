import { Box } from '@mantine/core';
import { useIsFetching, useIsMutating } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';

/** Longer than this, and a person deserves to be told that the wait is not their fault. Milliseconds. */
const slowAfter = 4000;

/** Hears of the connection coming and going; it may be away from the start, when the application is kept on the device. */
function heed(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Says that there is no connection, or that an answer takes long, whatever the reason. */
export function Connection() {
  const { t } = useTranslation();
  const online = useSyncExternalStore(heed, () => navigator.onLine);
  const busy = useIsFetching() + useIsMutating() > 0;
  const [slow, setSlow] = useState(false);

  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => setSlow(true), slowAfter);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [busy]);

  const text = !online ? t('connection.offline') : slow ? t('connection.slow') : '';
  return (
    <Box role="status">
      {text && (
        <Box bg="dark.6" c="#ffffff" px="md" py={8} ta="center" fz="sm">
          <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
            <Icon name={online ? 'clock' : 'offline'} size={18} />
            {text}
          </span>
        </Box>
      )}
    </Box>
  );
}
