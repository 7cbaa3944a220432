import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';

/** Takes a text along, and says that it did. */
export function CopyText({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button variant="default" onClick={copy} leftSection={<Icon name={copied ? 'check' : 'note'} />}>
          {copied ? t('secondFactor.copied') : t('secondFactor.copy')}
        </Button>
      )}
    </CopyButton>
  );
}
