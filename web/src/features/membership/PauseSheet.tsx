import { Button, Group, SimpleGrid, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../shared/api/client';
import type { Membership, Site } from '../../shared/api/views';
import { useCommand } from '../../shared/membership/command';
import { NotGranted } from '../../shared/membership/NotGranted';
import { touchedByMemberships } from '../../shared/membership/reads';
import { Sheet } from '../../shared/ui/Sheet';

export interface AskProps {
  membership: Membership;
  site: Site;
  opened: boolean;
  onClose: () => void;
}

/** Asks for a pause, and says before what the plan allows. */
export function PauseSheet(props: AskProps) {
  const { t } = useTranslation();
  return (
    <Sheet opened={props.opened} onClose={props.onClose} title={t('membership.askPause')}>
      <PauseForm {...props} />
    </Sheet>
  );
}

function PauseForm({ membership, site, onClose }: AskProps) {
  const { t } = useTranslation();
  const { plan, next } = membership;
  const params = { path: { id: membership.id } };
  const asking = useCommand(
    (body: { from: string; to: string; reason?: string }) =>
      answered(api.POST('/api/v1/memberships/{id}/request-pause', { params, body })),
    touchedByMemberships,
  );
  const needed = (value: string) => (value ? null : t('pause.dateMissing'));
  const form = useForm({
    initialValues: { from: '', to: '', reason: '' },
    validate: {
      from: needed,
      to: (value, { from }) => (value && from && value < from ? t('pause.endsBefore') : needed(value)),
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ from, to, reason }) =>
        asking.mutate(
          { from, to, reason: reason.trim() || undefined },
          {
            onSuccess: () => {
              notifications.show({ message: t('pause.asked') });
              onClose();
            },
          },
        ),
      )}
    >
      <Stack>
        <Text>
          {t('pause.limits', { days: next.pauseDaysLeft, edge: plan.pauseEdgeDays })}{' '}
          {plan.pauseExtendsTerm ? t('pause.extends') : t('pause.keepsEnd')}
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput type="date" label={t('pause.from')} {...form.getInputProps('from')} />
          <TextInput type="date" label={t('pause.to')} {...form.getInputProps('to')} />
        </SimpleGrid>
        <Textarea autosize minRows={2} maxLength={1000} label={t('pause.reason')} {...form.getInputProps('reason')} />
        <NotGranted error={asking.error} timeZone={site.timeZone} />
        <Group>
          <Button type="submit" loading={asking.isPending}>
            {t('pause.ask')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
