import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAsOpened } from '../../shared/api/as-opened';
import { useAddGoal, useChangeGoal } from '../../shared/coaching/commands';
import type { Goal } from '../../shared/coaching/views';
import { Failure } from '../../shared/ui/Failure';

interface Props {
  membershipId: string;
  /** The goal to change; a new one when left out. */
  goal?: Goal;
  onClose: () => void;
}

/** A goal, by what both will see that it is reached, and until when. */
export function GoalForm({ membershipId, goal, onClose }: Props) {
  const { t } = useTranslation();
  const add = useAddGoal();
  const change = useChangeGoal();
  const seen = useAsOpened(goal, change.error);
  const form = useForm({
    initialValues: { title: goal?.title ?? '', measure: goal?.measure ?? '', dueOn: goal?.dueOn ?? '' },
    validate: { title: (value) => (value.trim() ? null : t('goals.titleMissing')) },
  });
  const error = add.error ?? change.error;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ title, measure, dueOn }) => {
        const wish = { title: title.trim(), measure: measure.trim(), dueOn: dueOn || null };
        if (seen) change.mutate({ goal: seen, ...wish }, { onSuccess: onClose });
        else add.mutate({ membershipId, ...wish }, { onSuccess: onClose });
      })}
    >
      <Stack>
        <TextInput label={t('goals.what')} maxLength={200} data-autofocus {...form.getInputProps('title')} />
        <Textarea
          autosize
          minRows={2}
          maxLength={1000}
          label={t('goals.measure')}
          description={t('goals.measureHint')}
          {...form.getInputProps('measure')}
        />
        <TextInput type="date" label={t('goals.until')} {...form.getInputProps('dueOn')} />
        {error && <Failure error={error} />}
        <Group>
          <Button type="submit" loading={add.isPending || change.isPending}>
            {t('action.save')}
          </Button>
          {goal && (
            <Button
              variant="subtle"
              color="red"
              onClick={() => change.mutate({ goal, status: 'dropped' }, { onSuccess: onClose })}
            >
              {t('goals.drop')}
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
