import { Alert, Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Stage, Venture } from '../../shared/coaching/views';
import { NotGranted } from '../../shared/membership/NotGranted';
import { viewerZone } from '../../shared/time/site-time';
import { usePropose } from './commands';
import { order } from './stages';

/** Proposes a step with what shows that it is earned; a step back says why. */
export function ProposeForm({ venture, onClose }: { venture: Venture; onClose: () => void }) {
  const { t } = useTranslation();
  const propose = usePropose(venture.id);
  const present = order.indexOf(venture.stage);
  const next: Stage = order[present + 1] ?? order[present - 1] ?? 'idea';
  const isBack = (stage: Stage) => order.indexOf(stage) < present;
  const form = useForm({
    initialValues: { toStage: next, evidence: '', reason: '' },
    validate: {
      evidence: (value, { toStage }) => (value.trim() || isBack(toStage) ? null : t('milestones.evidenceMissing')),
      reason: (value, { toStage }) => (value.trim() || !isBack(toStage) ? null : t('milestones.reasonMissing')),
    },
  });
  const { toStage } = form.getValues();
  const endangersGrant =
    toStage === 'company_founded' && (venture.startUpGrant === 'waiting' || venture.startUpGrant === 'unknown');
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) =>
        propose.mutate(
          {
            toStage: values.toStage,
            evidence: values.evidence.trim() || undefined,
            reason: isBack(values.toStage) ? values.reason.trim() : undefined,
          },
          { onSuccess: onClose },
        ),
      )}
    >
      <Stack>
        <NativeSelect
          label={t('milestones.toStage')}
          data={order
            .filter((stage) => stage !== venture.stage)
            .map((stage) => ({
              value: stage,
              label: isBack(stage)
                ? t('milestones.back', { stage: t(`apply.stage.${stage}`) })
                : t(`apply.stage.${stage}`),
            }))}
          {...form.getInputProps('toStage')}
        />
        {endangersGrant && (
          <Alert color="yellow" title={t('milestones.grantWarning')}>
            {venture.startUpGrant === 'waiting' ? t('milestones.grantWaits') : t('milestones.grantUnknown')}
          </Alert>
        )}
        {isBack(toStage) && (
          <Textarea
            autosize
            minRows={2}
            maxLength={1000}
            label={t('milestones.reason')}
            {...form.getInputProps('reason')}
          />
        )}
        <Textarea
          autosize
          minRows={3}
          maxRows={12}
          maxLength={4000}
          label={t('milestones.evidence')}
          description={t('milestones.evidenceHint')}
          {...form.getInputProps('evidence')}
        />
        <NotGranted error={propose.error} timeZone={viewerZone()} />
        <Group>
          <Button type="submit" loading={propose.isPending}>
            {t('milestones.proposeConfirm')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
