import { Anchor, Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';
import { Card } from './Card';

/** A secret address for calendar programs: made, copied, taken back. It is never shown a second time. */
export function CalendarFeed() {
  const { t } = useTranslation();
  const making = useMutation({ mutationFn: () => answered(api.POST('/api/v1/me/calendar-feed')) });
  const revoking = useMutation({
    mutationFn: () => answered(api.DELETE('/api/v1/me/calendar-feed')),
    onSuccess: () => {
      making.reset();
      notifications.show({ message: t('feed.revoked') });
    },
  });
  const url = making.data?.url;
  const error = making.error ?? revoking.error;
  return (
    <Card title={t('feed.title')} text={t('feed.text')}>
      <Stack>
        {error && <Failure error={error} />}
        {url && (
          <>
            <TextInput
              label={t('feed.address')}
              description={t('feed.once')}
              value={url}
              readOnly
              onFocus={(event) => event.currentTarget.select()}
            />
            <Group gap="sm">
              <CopyButton value={url}>
                {({ copied, copy }) => (
                  <Button onClick={copy} leftSection={<Icon name={copied ? 'check' : 'note'} />}>
                    {copied ? t('feed.copied') : t('feed.copy')}
                  </Button>
                )}
              </CopyButton>
              <Anchor href={url.replace(/^https?:/, 'webcal:')}>{t('feed.openCalendar')}</Anchor>
            </Group>
          </>
        )}
        <Group gap="sm">
          <Button
            variant={url ? 'subtle' : 'default'}
            leftSection={<Icon name="calendar" />}
            loading={making.isPending}
            onClick={() => making.mutate()}
          >
            {t('feed.create')}
          </Button>
          <Button variant="subtle" color="red" loading={revoking.isPending} onClick={() => revoking.mutate()}>
            {t('feed.revoke')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t('feed.createHint')}
        </Text>
      </Stack>
    </Card>
  );
}
