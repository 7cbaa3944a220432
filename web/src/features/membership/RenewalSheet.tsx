import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { touchedByMemberships } from '../../shared/membership/reads';
import { Sheet } from '../../shared/ui/Sheet';
import type { AskProps } from './PauseSheet';

/** Asks for one more term: what was achieved, and again the declaration of having no office. */
export function RenewalSheet(props: AskProps) {
  const { t } = useTranslation();
  return (
    <Sheet opened={props.opened} onClose={props.onClose} title={t('membership.askRenewal')}>
      <RenewalForm {...props} />
    </Sheet>
  );
}

function RenewalForm({ membership, site, onClose }: AskProps) {
  const { t } = useTranslation();
  const params = { path: { id: membership.id } };
  const asking = useCommand(
    (body: { noOwnOffice: boolean; progress: string }) =>
      answered(api.POST('/api/v1/memberships/{id}/request-renewal', { params, body })),
    touchedByMemberships,
  );
  const form = useForm({
    initialValues: { progress: '', noOwnOffice: false },
    validate: {
      progress: (value) => (value.trim() ? null : t('renewal.progressMissing')),
      noOwnOffice: (value) => (value ? null : t('refusal.no_own_office.remedy')),
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) =>
        asking.mutate(values, {
          onSuccess: () => {
            notifications.show({ message: t('renewal.asked') });
            onClose();
          },
        }),
      )}
    >
      <Stack>
        <Text>{t('renewal.text', { months: membership.plan.termMonths })}</Text>
        <Textarea
          autosize
          minRows={4}
          maxLength={4000}
          label={t('renewal.progress')}
          {...form.getInputProps('progress')}
        />
        <Checkbox label={t('apply.noOwnOffice')} {...form.getInputProps('noOwnOffice', { type: 'checkbox' })} />
        <NotGranted error={asking.error} timeZone={site.timeZone} />
        <Group>
          <Button type="submit" loading={asking.isPending}>
            {t('renewal.ask')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
