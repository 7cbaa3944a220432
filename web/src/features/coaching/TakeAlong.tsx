import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keepFile } from '../../shared/api/files';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Part } from './Part';

const files = { markdown: 'coaching-record.md', json: 'coaching-record.json' } as const;

/** One's own record of coaching as a file: to read anywhere, or for another program. */
export function TakeAlong() {
  const { t } = useTranslation();
  const keeping = useMutation({
    mutationFn: (format: keyof typeof files) => keepFile(`/api/v1/coaching/record?format=${format}`, files[format]),
  });
  return (
    <Part id="take-along" title={t('coaching.takeAlong')}>
      <Text c="dimmed" mb="sm">
        {t('coaching.takeAlongText')}
      </Text>
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<Icon name="download" size={18} />}
          loading={keeping.isPending && keeping.variables === 'markdown'}
          onClick={() => keeping.mutate('markdown')}
        >
          {t('coaching.asText')}
        </Button>
        <Button
          variant="subtle"
          loading={keeping.isPending && keeping.variables === 'json'}
          onClick={() => keeping.mutate('json')}
        >
          {t('coaching.asJson')}
        </Button>
      </Group>
      {keeping.error && <Failure error={keeping.error} />}
    </Part>
  );
}
