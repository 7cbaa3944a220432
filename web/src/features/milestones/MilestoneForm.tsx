import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Milestone, Venture } from '../../shared/coaching/views';
import { NotGranted } from '../../shared/membership/NotGranted';
import { viewerZone } from '../../shared/time/site-time';
import { useAddMilestone, useChangeMilestone, useRemoveMilestone } from './commands';
import { order } from './stages';

interface Props {
  venture: Venture;
  /** The milestone to change; a new one when left out. */
  milestone?: Milestone;
  onClose: () => void;
}

/** Something to reach, at which stage, by when, and what shows it. */
export function MilestoneForm({ venture, milestone, onClose }: Props) {
  const { t } = useTranslation();
  const add = useAddMilestone(venture.id);
  const change = useChangeMilestone(venture.id);
  const remove = useRemoveMilestone();
  const form = useForm({
    initialValues: {
      title: milestone?.title ?? '',
      stage: milestone?.stage ?? venture.stage,
      dueOn: milestone?.dueOn ?? '',
      evidence: milestone?.evidence ?? '',
    },
    validate: { title: (value) => (value.trim() ? null : t('milestones.titleMissing')) },
  });
  const done = { onSuccess: onClose };
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ title, stage, dueOn, evidence }) => {
        const wish = { title: title.trim(), stage, dueOn: dueOn || null, evidence: evidence.trim() || null };
        if (milestone) change.mutate({ id: milestone.id, ...wish }, done);
        else add.mutate(wish, done);
      })}
    >
      <Stack>
        <TextInput label={t('milestones.what')} maxLength={200} data-autofocus {...form.getInputProps('title')} />
        <NativeSelect
          label={t('milestones.stage')}
          data={order.map((value) => ({ value, label: t(`apply.stage.${value}`) }))}
          {...form.getInputProps('stage')}
        />
        <TextInput type="date" label={t('milestones.until')} {...form.getInputProps('dueOn')} />
        <Textarea
          autosize
          minRows={2}
          maxRows={10}
          maxLength={4000}
          label={t('milestones.shows')}
          {...form.getInputProps('evidence')}
        />
        <NotGranted error={add.error ?? change.error ?? remove.error} timeZone={viewerZone()} />
        <Group>
          <Button type="submit" loading={add.isPending || change.isPending}>
            {t('action.save')}
          </Button>
          {milestone?.doneAt === null && (
            <Button
              variant="subtle"
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate(milestone.id, done)}
            >
              {t('milestones.remove')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('action.notNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
