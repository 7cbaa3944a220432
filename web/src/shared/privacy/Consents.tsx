import { Checkbox, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client';
import type { Consent } from '../api/views';
import { useCommand } from '../membership/command';
import { myConsents } from '../membership/reads';
import { Failure } from '../ui/Failure';

/** What one may agree to beside membership, each for itself; none is a condition, and each can be taken back. */
export function Consents() {
  const { t } = useTranslation();
  const consents = useQuery(myConsents);
  const setting = useCommand(
    (purposes: Consent['purpose'][]) => answered(api.PUT('/api/v1/me/consents', { body: { purposes } })),
    [['consents']],
  );
  const given = setting.isPending
    ? setting.variables
    : (consents.data ?? []).filter((one) => one.given).map(({ purpose }) => purpose);
  return (
    <Paper component="section" aria-label={t('consent.title')} withBorder radius="lg" p="lg">
      <Title order={2} mb={4}>
        {t('consent.title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('consent.text')}
      </Text>
      {consents.isPending && <Skeleton h={80} />}
      {(setting.error ?? consents.error) && <Failure error={setting.error ?? consents.error} />}
      <Stack>
        {consents.data?.map(({ purpose }) => (
          <Checkbox
            key={purpose}
            label={t(`consent.${purpose}`)}
            checked={given.includes(purpose)}
            disabled={setting.isPending}
            onChange={(event) =>
              setting.mutate(event.currentTarget.checked ? [...given, purpose] : given.filter((one) => one !== purpose))
            }
          />
        ))}
      </Stack>
    </Paper>
  );
}
