import { Badge, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../shared/api/use-session';
import { useAddGoal, useChangeGoal } from '../../shared/coaching/commands';
import { goalsOf } from '../../shared/coaching/reads';
import type { Goal } from '../../shared/coaching/views';
import { useWords } from '../../shared/time/words';
import { Failure } from '../../shared/ui/Failure';
import { Icon } from '../../shared/ui/Icon';

const colours: Record<Goal['status'], string> = { open: 'yellow', reached: 'palm', dropped: 'gray' };

/** What a founder wants to reach, and what became of it. */
export function FounderGoals({ membershipId }: { membershipId: string }) {
  const { t } = useTranslation();
  const person = usePerson();
  const goals = useQuery(goalsOf(person.id, membershipId));
  const [isAdding, setAdding] = useState(false);
  const shown = goals.data?.toSorted((a, b) => Number(a.status !== 'open') - Number(b.status !== 'open'));
  return (
    <section aria-labelledby="goals">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="goals">
          {t('coach.goals.title')}
        </Title>
        {!isAdding && (
          <Button
            size="sm"
            variant="default"
            leftSection={<Icon name="plus" size={18} />}
            onClick={() => setAdding(true)}
          >
            {t('coach.goals.add')}
          </Button>
        )}
      </Group>
      {goals.error && !goals.data && <Failure error={goals.error} onRetry={() => void goals.refetch()} />}
      <Stack gap="sm">
        {isAdding && <NewGoal membershipId={membershipId} onDone={() => setAdding(false)} />}
        {shown?.length === 0 && !isAdding && <Text c="dimmed">{t('coach.goals.none')}</Text>}
        {shown?.map((goal) => (
          <One key={goal.id} goal={goal} />
        ))}
      </Stack>
    </section>
  );
}

function One({ goal }: { goal: Goal }) {
  const { t } = useTranslation();
  const words = useWords();
  const changing = useChangeGoal();
  const set = (status: Goal['status']) => changing.mutate({ goal, status });
  return (
    <Paper component="article" withBorder radius="lg" p="md" aria-label={goal.title}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ minWidth: 0, flex: '1 1 14rem' }}>
          <Group gap="xs">
            <Text fw={650}>{goal.title}</Text>
            {goal.status !== 'open' && (
              <Badge color={colours[goal.status]} variant="light" tt="none">
                {t(`coach.goals.status.${goal.status}`)}
              </Badge>
            )}
          </Group>
          {goal.measure && <Text>{goal.measure}</Text>}
          {goal.dueOn && <Text c="dimmed">{t('coach.goals.due', { date: words.fullDate(goal.dueOn) })}</Text>}
        </div>
        <Group gap={6}>
          {goal.status === 'open' ? (
            <>
              <Button size="compact-md" variant="light" loading={changing.isPending} onClick={() => set('reached')}>
                {t('coach.goals.reached')}
              </Button>
              <Button size="compact-md" variant="default" disabled={changing.isPending} onClick={() => set('dropped')}>
                {t('coach.goals.drop')}
              </Button>
            </>
          ) : (
            <Button size="compact-md" variant="default" loading={changing.isPending} onClick={() => set('open')}>
              {t('coach.goals.reopen')}
            </Button>
          )}
        </Group>
      </Group>
      {changing.error && <Failure error={changing.error} />}
    </Paper>
  );
}

function NewGoal({ membershipId, onDone }: { membershipId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const adding = useAddGoal();
  const [title, setTitle] = useState('');
  const [measure, setMeasure] = useState('');
  const [dueOn, setDueOn] = useState('');
  return (
    <Paper withBorder radius="lg" p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          adding.mutate(
            { membershipId, title: title.trim(), measure: measure.trim() || undefined, dueOn: dueOn || null },
            { onSuccess: onDone },
          );
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('coach.goals.what')}
            maxLength={200}
            autoFocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput
            label={t('coach.goals.measure')}
            maxLength={500}
            value={measure}
            onChange={(event) => setMeasure(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('coach.goals.until')}
            value={dueOn}
            onChange={(event) => setDueOn(event.currentTarget.value)}
          />
          {adding.error && <Failure error={adding.error} />}
          <Group>
            <Button type="submit" loading={adding.isPending} disabled={!title.trim()}>
              {t('action.save')}
            </Button>
            <Button variant="default" onClick={onDone}>
              {t('action.notNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
