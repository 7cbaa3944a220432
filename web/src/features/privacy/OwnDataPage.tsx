import { Anchor, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { keepFile } from '../../shared/api/files';
import { Consents } from '../../shared/privacy/Consents';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Page } from '../../shared/ui/Page';
import { Erasure } from './Erasure';

/** What one agrees to, a copy of everything that is kept, and the way to be erased. */
export function OwnDataPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('ownData.title')} below={t('ownData.below')} back={{ to: '/settings', label: t('settings.back') }}>
      <Stack gap="lg" maw={640}>
        <Consents />
        <Copy />
        <Part title={t('ownData.eraseTitle')} text={t('ownData.eraseText')}>
          <Erasure />
        </Part>
        <Anchor component={Link} to="/privacy">
          {t('ownData.notice')}
        </Anchor>
      </Stack>
    </Page>
  );
}

function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const heading = useId();
  return (
    <Paper component="section" aria-labelledby={heading} withBorder radius="lg" p="lg">
      <Title order={2} id={heading} mb={4}>
        {title}
      </Title>
      <Text c="dimmed" mb="md">
        {text}
      </Text>
      {children}
    </Paper>
  );
}

/** Everything that is kept, as one file. */
function Copy() {
  const { t } = useTranslation();
  const copying = useMutation({
    mutationFn: () => keepFile('/api/v1/me/export', 'business-oasis.json'),
    onSuccess: () => notifications.show({ message: t('ownData.copied') }),
  });
  return (
    <Part title={t('ownData.copyTitle')} text={t('ownData.copyText')}>
      {copying.error && <Failure error={copying.error} />}
      <Button
        variant="default"
        leftSection={<Icon name="download" />}
        loading={copying.isPending}
        onClick={() => copying.mutate()}
      >
        {t('ownData.copy')}
      </Button>
    </Part>
  );
}
