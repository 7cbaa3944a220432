import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import { CopyText } from './CopyText';

/** Codes for when the app is lost, shown this once: to be copied, kept as a file, or written down. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation();
  const text = `${codes.join('\n')}\n`;
  const notice = useRef<HTMLDivElement>(null);
  // The field of the step before is gone: what comes next is read, and seen, from its beginning.
  useEffect(() => {
    notice.current?.focus({ preventScroll: true });
    notice.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <Stack>
      <Alert ref={notice} tabIndex={-1} color="yellow" icon={<Icon name="key" />}>
        {t('secondFactor.recoveryText')}
      </Alert>
      <Stack component="ol" gap={4} m={0} p={0} data-recovery-codes>
        {codes.map((code) => (
          <li key={code} style={{ listStyle: 'none' }}>
            <Text component="code" ff="monospace" fz="sm">
              {code}
            </Text>
          </li>
        ))}
      </Stack>
      <Group gap="sm">
        <CopyText text={text} />
        <Anchor
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="business-oasis-recovery-codes.txt"
        >
          {t('secondFactor.download')}
        </Anchor>
      </Group>
      <Button onClick={onDone}>{t('secondFactor.kept')}</Button>
    </Stack>
  );
}
